import { createHash } from 'node:crypto';
import type { Position, Severity } from './problem';
import { gitHubMessage, gitHubProperty, oneLine, safeJson } from './safe-text';

/** Something to show at a place in a file: a problem, a finding, or drift. */
export interface Annotation extends Position {
  readonly severity: Severity;
  /** The code of the problem, the name of the lint, or the kind of drift. */
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  /** The one of the things that were checked that it is about. */
  readonly subject?: string;
}

/** Forms of annotations that other programs read. */
export const ANNOTATION_FORMATS = ['github', 'gitlab', 'junit'] as const;
export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number];

/** What a run checked, for reports that list what is sound as well. */
export interface CheckedSubjects {
  /** The name of the command. */
  readonly name: string;
  /** Everything that was checked, sound or not. */
  readonly subjects: readonly string[];
}

/** Renders annotations for another program. */
export function renderAnnotations(
  annotations: readonly Annotation[],
  format: AnnotationFormat,
  checked: CheckedSubjects,
): string {
  switch (format) {
    case 'github':
      return annotations.map(gitHubCommand).join('');
    case 'gitlab':
      return gitLabReport(annotations);
    case 'junit':
      return jUnitReport(annotations, checked);
  }
}

/**
 * A workflow command, which annotates a line of a change.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
function gitHubCommand({ severity, file, line, column, rule, message, hint }: Annotation): string {
  // A place in no line is the whole file.
  const place = line > 0 ? `,line=${line},col=${column}` : '';
  const text = gitHubMessage(message);
  const more = hint === undefined ? text : `${text}%0Ahint: ${gitHubMessage(hint)}`;
  return `::${severity} file=${gitHubProperty(file)}${place},title=${gitHubProperty(rule)}::${more}\n`;
}

/**
 * A report of code quality, which merge requests show.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
function gitLabReport(annotations: readonly Annotation[]): string {
  const seen = new Map<string, number>();
  const entries = annotations.map(({ file, line, rule, severity, message, hint }) => {
    // Without the line, so that an edit above does not make a new finding of an old one.
    const identity = [file, rule, message].join('\0');
    const times = seen.get(identity) ?? 0;
    seen.set(identity, times + 1);
    return {
      description: oneLine(hint === undefined ? message : `${message} (${hint})`),
      check_name: rule,
      fingerprint: createHash('sha256').update(`${identity}\0${times}`).digest('hex'),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path: file.replaceAll('\\', '/'), lines: { begin: Math.max(line, 1) } },
    };
  });
  return `${safeJson(entries)}\n`;
}

/** A report of tests with a case for each subject, and one for each annotation that has no subject. */
function jUnitReport(annotations: readonly Annotation[], { name, subjects }: CheckedSubjects) {
  const about = new Map<string, Annotation[]>(subjects.map((subject) => [subject, []]));
  for (const annotation of annotations) {
    const { subject = `${annotation.rule} ${placeOf(annotation)}` } = annotation;
    about.set(subject, [...(about.get(subject) ?? []), annotation]);
  }
  const cases = [...about].map(([subject, found]) => jUnitCase(name, subject, found));
  const failures = [...about.values()].filter(isFailure).length;
  const counts = `tests="${about.size}" failures="${failures}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="g6-dashboards" ${counts}>`,
    `  <testsuite name="g6-dashboards ${xml(name)}" ${counts} errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>\n',
  ].join('\n');
}

function jUnitCase(name: string, subject: string, found: readonly Annotation[]): string {
  const head = `    <testcase classname="g6-dashboards.${xml(name)}" name="${xml(subject)}"`;
  if (found.length === 0) return `${head}/>`;
  const text = found.map((annotation) => xml(wordsOf(annotation))).join('\n');
  const [first] = found;
  const body = isFailure(found)
    ? `<failure type="${xml(first?.rule ?? '')}" message="${xml(first?.message ?? '')}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `${head}>\n      ${body}\n    </testcase>`;
}

function isFailure(found: readonly Annotation[]): boolean {
  return found.some(({ severity }) => severity === 'error');
}

function wordsOf(annotation: Annotation): string {
  const { severity, message, rule, hint } = annotation;
  const more = hint === undefined ? '' : ` (hint: ${hint})`;
  return `${placeOf(annotation)}: ${severity}: ${message} [${rule}]${more}`;
}

function placeOf({ file, line, column }: Position): string {
  return line > 0 ? `${file}:${line}:${column}` : file;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text inside XML, in an element or an attribute in double quotes. */
function xml(text: string): string {
  return oneLine(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

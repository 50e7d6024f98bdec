import {
  ANNOTATION_FORMATS,
  count,
  logLine,
  oneLine,
  type ProblemStyle,
  renderAnnotations,
  safeJson,
} from '@g6/problems';
import { renderSarif } from '@g6/lint';
import type { CheckFinding } from './check-finding';
import { CHECKS } from './checks';
import type { CheckResult } from './run-check';

/** The output formats of a check. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'markdown', ...ANNOTATION_FORMATS] as const;
/** The name of an output format. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What a check found, and on which server. */
export interface CheckOutcome extends Pick<
  CheckResult,
  'findings' | 'excepted' | 'panels' | 'queries' | 'unanswered'
> {
  /** The address of the server, without credentials. */
  readonly prometheus: string;
}

const PLAIN: ProblemStyle = {
  error: (text) => text,
  warning: (text) => text,
  quiet: (text) => text,
};

/** Renders the findings of a check; only text has colours. */
export function renderCheck(
  outcome: CheckOutcome,
  format: CheckFormat,
  style = PLAIN,
  version?: string,
): string {
  const { findings } = outcome;
  switch (format) {
    case 'text':
      return renderText(outcome, style);
    case 'json':
      return `${safeJson({ ...countsOf(findings), ...outcome })}\n`;
    case 'sarif':
      return `${safeJson(renderSarif(findings, version, { rules: CHECKS, folder: 'check' }))}\n`;
    case 'markdown':
      return renderMarkdown(outcome);
    default:
      return renderAnnotations(
        findings.map((finding) => ({ ...finding, subject: finding.rule })),
        format,
        { name: 'check', subjects: CHECKS.map(({ name }) => name) },
      );
  }
}

function renderText(outcome: CheckOutcome, style: ProblemStyle): string {
  const lines = outcome.findings.map(({ file, line, column, severity, message, rule, hint }) => {
    const at = logLine(`${file}:${line}:${column}`);
    const head = `${at}: ${style[severity](severity)}: ${logLine(message)} ${style.quiet(`[${rule}]`)}\n`;
    return hint === undefined ? head : `${head}  hint: ${logLine(hint)}\n`;
  });
  const gaps = outcome.unanswered.map((what) => `not checked: ${logLine(what)}\n`);
  return `${lines.join('')}${gaps.join('')}${summaryOf(outcome)}\n`;
}

function summaryOf({ findings, excepted, panels, prometheus, queries }: CheckOutcome): string {
  const { errors, warnings } = countsOf(findings);
  const found = [
    ...(errors === 0 ? [] : [count(errors, 'error')]),
    ...(warnings === 0 ? [] : [count(warnings, 'warning')]),
  ].join(', ');
  const { data, empty, failing } = panels;
  const sent = queries === 1 ? '1 query' : `${queries} queries`;
  const left = excepted === 0 ? '' : `, ${excepted} excepted`;
  return `${found || 'no findings'}${left}; panels: ${data} with data, ${empty} empty, ${failing} failing; ${sent} to ${logLine(prometheus)}`;
}

/** A report for an issue: a section for each check, the first findings of each in full. */
function renderMarkdown(outcome: CheckOutcome): string {
  const sections = CHECKS.flatMap(({ name, description }) => {
    const findings = outcome.findings.filter(({ rule }) => rule === name);
    if (findings.length === 0) return [];
    const shown = findings.slice(0, MOST_LISTED).map(markdownItem);
    const left = findings.length - shown.length;
    return [
      `### ${name} (${findings.length})\n\n${description}\n\n${shown.join('\n')}`,
      ...(left > 0 ? [`… and ${left} more`] : []),
    ];
  });
  const gaps = outcome.unanswered.map((what) => `- ${markdownText(what)}`);
  const unchecked = gaps.length === 0 ? [] : [`### Not checked\n\n${gaps.join('\n')}`];
  const summary = `**${markdownText(summaryOf(outcome))}**`;
  return `${[summary, ...sections, ...unchecked].join('\n\n')}\n`;
}

const MOST_LISTED = 30;

function markdownItem({ severity, message, hint, file, line }: CheckFinding): string {
  const mark = severity === 'error' ? '❌' : '⚠️';
  const why = hint === undefined ? '' : ` — ${markdownText(hint)}`;
  return `- ${mark} ${markdownText(message)}${why} (\`${oneLine(file).replaceAll('`', '')}:${line}\`)`;
}

/** Names in quotes become code; nothing in them is a link, a mention or HTML. */
function markdownText(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>@#|~&]/g, (character) =>
    character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
  );
}

function countsOf(findings: readonly CheckFinding[]) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

import {
  count,
  gitHubMessage,
  gitHubProperty,
  logLine,
  type ProblemStyle,
  safeJson,
} from '@g6/problems';
import { renderSarif } from './render-sarif';
import type { Finding } from './run-lints';

/** The output formats of findings. */
export const LINT_FORMATS = ['text', 'json', 'sarif', 'github'] as const;
/** The name of an output format. */
export type LintFormat = (typeof LINT_FORMATS)[number];

/** Findings, and how much was looked at for them. */
export interface LintOutcome {
  readonly findings: readonly Finding[];
  /** How many metrics and dashboards were looked at. */
  readonly metrics: number;
  readonly dashboards: number;
}

const PLAIN: ProblemStyle = {
  error: (text) => text,
  warning: (text) => text,
  quiet: (text) => text,
};

/**
 * Renders findings; only the text has colours, and only if a style gives it some. `version` is that of
 * the tool, which SARIF names.
 */
export function renderFindings(
  outcome: LintOutcome,
  format: LintFormat,
  style = PLAIN,
  version?: string,
): string {
  switch (format) {
    case 'text':
      return renderText(outcome, style);
    case 'json':
      return `${safeJson({ ...countSeverities(outcome.findings), ...outcome })}\n`;
    case 'sarif':
      return `${safeJson(renderSarif(outcome.findings, version))}\n`;
    case 'github':
      return renderGitHub(outcome.findings);
  }
}

/** `file:line:column: severity: message [rule]`, hints indented below, and a count at the end. */
function renderText({ findings, metrics, dashboards }: LintOutcome, style: ProblemStyle): string {
  const lines = findings.map(({ file, line, column, severity, message, rule, hint }) => {
    const label = style[severity](severity);
    const at = logLine(`${file}:${line}:${column}`);
    const head = `${at}: ${label}: ${logLine(message)} ${style.quiet(`[${rule}]`)}\n`;
    return hint === undefined ? head : `${head}  hint: ${logLine(hint)}\n`;
  });
  const { errors, warnings } = countSeverities(findings);
  const found = [
    ...(errors === 0 ? [] : [count(errors, 'error')]),
    ...(warnings === 0 ? [] : [count(warnings, 'warning')]),
  ].join(', ');
  const seen = `${count(metrics, 'metric')} and ${count(dashboards, 'dashboard')}`;
  return `${lines.join('')}${found || 'no findings'} in ${seen}\n`;
}

function countSeverities(findings: readonly Finding[]) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

/**
 * Renders findings as GitHub workflow commands, which annotate the lines of a change.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
function renderGitHub(findings: readonly Finding[]): string {
  return findings
    .map(({ severity, file, line, column, rule, message, hint }) => {
      const place = `file=${gitHubProperty(file)},line=${line},col=${column}`;
      const text = gitHubMessage(message);
      const more = hint === undefined ? text : `${text}%0Ahint: ${gitHubMessage(hint)}`;
      return `::${severity} ${place},title=${gitHubProperty(rule)}::${more}\n`;
    })
    .join('');
}

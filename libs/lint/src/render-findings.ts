import {
  ANNOTATION_FORMATS,
  count,
  logLine,
  type ProblemStyle,
  renderAnnotations,
  safeJson,
} from '@g6/problems';
import { LINTS } from './lints';
import { renderSarif } from './render-sarif';
import type { Finding } from './run-lints';

/** The output formats of findings. */
export const LINT_FORMATS = ['text', 'json', 'sarif', ...ANNOTATION_FORMATS] as const;
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
    default:
      return renderAnnotations(
        outcome.findings.map((finding) => ({ ...finding, subject: finding.rule })),
        format,
        { name: 'lint', subjects: LINTS.map(({ name }) => name) },
      );
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

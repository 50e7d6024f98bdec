import type { ProblemStyle } from '@g6/problems';
import { renderGitHub } from './render-github';
import { renderSarif } from './render-sarif';
import type { Finding } from './run-rules';

/** The forms in which findings are told. */
export const LINT_FORMATS = ['text', 'json', 'sarif', 'github'] as const;
/** The name of a form. */
export type LintFormat = (typeof LINT_FORMATS)[number];

/** What findings are told with. */
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

/** Renders findings; only the text has colours, and only where a style gives it some. */
export function renderFindings(outcome: LintOutcome, format: LintFormat, style = PLAIN): string {
  switch (format) {
    case 'text':
      return renderText(outcome, style);
    case 'json':
      return `${JSON.stringify({ ...countSeverities(outcome.findings), ...outcome }, null, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(renderSarif(outcome.findings), null, 2)}\n`;
    case 'github':
      return renderGitHub(outcome.findings);
  }
}

/** `file:line:column: severity: message [rule]`, hints indented below, and a count at the end. */
function renderText({ findings, metrics, dashboards }: LintOutcome, style: ProblemStyle): string {
  const lines = findings.map(({ file, line, column, severity, message, rule, hint }) => {
    const told = style[severity](severity);
    const head = `${file}:${line}:${column}: ${told}: ${message} ${style.quiet(`[${rule}]`)}\n`;
    return hint === undefined ? head : `${head}  hint: ${hint}\n`;
  });
  const { errors, warnings } = countSeverities(findings);
  const count = [plural(errors, 'error'), plural(warnings, 'warning')].filter(
    (part) => part !== '',
  );
  const found = count.length === 0 ? 'no findings' : count.join(', ');
  const seen = `${metrics} ${noun(metrics, 'metric')} and ${dashboards} ${noun(dashboards, 'dashboard')}`;
  return `${lines.join('')}${found} in ${seen}\n`;
}

function countSeverities(findings: readonly Finding[]) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

function plural(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${noun(count, word)}`;
}

function noun(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}

import type { Finding } from './run-rules';

/**
 * Renders findings as GitHub workflow commands, which annotate the lines of a change.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGitHub(findings: readonly Finding[]): string {
  return findings
    .map(({ severity, file, line, column, rule, message, hint }) => {
      const place = `file=${property(file)},line=${line},col=${column}`;
      const text = hint === undefined ? message : `${message}\nhint: ${hint}`;
      return `::${severity} ${place},title=${property(rule)}::${data(text)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

import type { Log, ReportingDescriptor, Result } from 'sarif';
import { sarifMessage } from '@g6/problems';
import type { Lint } from './lint';
import { LINTS } from './lints';
import type { Finding } from './run-lints';

/**
 * Renders findings as SARIF 2.1.0, which code review shows on the line.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(findings: readonly Finding[]): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'g6-dashboards', rules: LINTS.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(result),
      },
    ],
  };
}

function descriptor({ name, description, severity }: Lint): ReportingDescriptor {
  return {
    id: name,
    shortDescription: { text: description },
    help: { text: `See docs/lint/${name}.md.` },
    defaultConfiguration: { level: severity },
  };
}

function result({ rule, severity, message, hint, file, line, column }: Finding): Result {
  return {
    ruleId: rule,
    ruleIndex: LINTS.findIndex(({ name }) => name === rule),
    level: severity,
    message: { text: sarifMessage(hint === undefined ? message : `${message}. Hint: ${hint}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** A relative path becomes a relative reference, which viewers take from the root of the sources. */
function uriOf(path: string): string {
  const slashed = path.replace(/\\/g, '/');
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  return slashed.startsWith('/') ? `file://${encoded}` : encoded;
}

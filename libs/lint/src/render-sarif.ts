import type { Log, ReportingDescriptor, Result } from 'sarif';
import { sarifMessage } from '@g6/problems';
import type { Lint } from './lint';
import { LINTS } from './lints';
import type { Finding } from './run-lints';

/**
 * Renders findings as SARIF 2.1.0, which code review shows on the line. `version` is that of the package
 * `@g6/dashboards`, whose pages the rules refer to.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(findings: readonly Finding[], version?: string): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'g6-dashboards',
            ...(version === undefined ? {} : { version, semanticVersion: version }),
            rules: LINTS.map((lint) => descriptor(lint, version)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(result),
      },
    ],
  };
}

function descriptor(
  { name, description, severity }: Lint,
  version: string | undefined,
): ReportingDescriptor {
  const page = `dist/lint/${name}.md`;
  return {
    id: name,
    shortDescription: { text: sarifMessage(description) },
    help: { text: `The page of this rule is ${page} in the package @g6/dashboards.` },
    helpUri: pageUri(page, version),
    defaultConfiguration: { level: severity },
  };
}

/**
 * The address of a page in the package, wherever that is installed: a SARIF log is the same on every
 * machine. https://github.com/package-url/purl-spec
 */
function pageUri(page: string, version: string | undefined): string {
  return `pkg:npm/%40g6/dashboards${version === undefined ? '' : `@${version}`}#${page}`;
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

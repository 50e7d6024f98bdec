import type { Log, ReportingDescriptor, Result } from 'sarif';
import { sarifMessage } from '@g6/problems';
import type { Position, Severity } from '@g6/problems';
import { LINTS } from './lints';

/** A rule of a log. */
export interface SarifRule {
  readonly name: string;
  readonly description: string;
  readonly severity: Severity;
}

/** A finding of a rule. */
export interface SarifFinding extends Position {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
}

/** All rules that findings can have, and the folder of their pages in the package. */
export interface SarifRules {
  readonly rules: readonly SarifRule[];
  readonly folder: string;
}

/**
 * Renders findings as SARIF 2.1.0, which code review shows on the line. `version` is that of the package
 * `@g6/dashboards`, whose pages the rules refer to.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(
  findings: readonly SarifFinding[],
  version?: string,
  { rules, folder }: SarifRules = { rules: LINTS, folder: 'lint' },
): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'g6-dashboards',
            ...(version === undefined ? {} : { version, semanticVersion: version }),
            rules: rules.map((rule) => descriptor(rule, folder, version)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, rules)),
      },
    ],
  };
}

function descriptor(
  { name, description, severity }: SarifRule,
  folder: string,
  version: string | undefined,
): ReportingDescriptor {
  const page = `dist/${folder}/${name}.md`;
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

function result(
  { rule, severity, message, hint, file, line, column }: SarifFinding,
  rules: readonly SarifRule[],
): Result {
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ name }) => name === rule),
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

import type { DraftBasis } from '@g6/generation';
import type { DashboardFile, FilePanel } from '@g6/dashboard-files';
import type { Metric, Plan } from '@g6/model';
import type { Position, Severity } from '@g6/problems';
import type { AnalyzedPromQl } from '@g6/promql';
import type { YamlRef } from '@g6/yaml';
import type { LintException } from './exceptions';

/** The place of a finding: its position, and the YAML that may hold an exception from it. */
export interface Place {
  readonly position: Position;
  /** Undefined for a file that has no source, such as a dashboard whose plan is gone. */
  readonly scope?: YamlRef;
}

/** One thing that a lint found. */
export interface LintFinding {
  readonly place: Place;
  /** The fault, quoting the value. */
  readonly message: string;
  /** A remedy, if the message does not name it. */
  readonly hint?: string | undefined;
  /** The dashboard that it was found in, if it is about a dashboard file. */
  readonly slug?: string;
}

/** One check: its name is that of its file and of its page in `docs/lint`. */
export interface Lint {
  readonly name: string;
  readonly severity: Severity;
  /** Its demand, in one sentence. */
  readonly description: string;
  readonly check: (subject: LintSubject) => LintFinding[];
}

/** An expression that a person wrote, with its analysis. */
export interface LintExpression {
  readonly expr: string;
  readonly analysis: AnalyzedPromQl;
  /** Where its text stands. */
  readonly ref: YamlRef;
  /** Undefined if it belongs to several metrics. */
  readonly metric: Metric | undefined;
}

/** A panel of a dashboard file, with its way back to what a person wrote. */
export interface LintPanel extends FilePanel {
  readonly title: string;
  /** The metric that the panel is for. */
  readonly metric: Metric | undefined;
  readonly place: Place;
}

/** A dashboard file, with its way back to its plan. */
export interface LintDashboard extends DashboardFile {
  readonly title: string;
  readonly panels: readonly LintPanel[];
  readonly place: Place;
}

/** Everything that a lint may look at. */
export interface LintSubject extends Pick<
  DraftBasis,
  'spec' | 'metrics' | 'index' | 'efficiency' | 'promql'
> {
  readonly plans: readonly Plan[];
  /** Every expression of the spec and the efficiency catalogue. */
  readonly expressions: readonly LintExpression[];
  readonly dashboards: readonly LintDashboard[];
  /** The uid of the one datasource of all panels; undefined if readers choose it by a variable. */
  readonly datasourceUid: string | undefined;
  /** The day, `YYYY-MM-DD`, on which dates are judged; undefined if nobody says. */
  readonly today: string | undefined;
  /** Names of the metrics that the dashboards of the plans show. */
  readonly shown: ReadonlySet<string>;
  /** Names of the lints that a thing can be excepted from. */
  readonly exceptable: readonly string[];
  /** Names of what others find, from which a thing can be excepted as well. */
  readonly exceptableElsewhere: readonly string[];
  /** Every exception that is written down, with what became of it. */
  readonly exceptions: readonly LintException[];
}

/** The place of a value below a thing. */
export function placeOf(ref: YamlRef, ...below: (string | number)[]): Place {
  const scope = { file: ref.file, path: [...ref.path, ...below] };
  return { position: scope.file.locate(scope.path), scope };
}

/** The place of the key under which a thing stands. */
export function placeOfKey(ref: YamlRef): Place {
  return { position: ref.file.locateKey(ref.path), scope: ref };
}

/** The place of a character inside a text. */
export function placeInText(ref: YamlRef, offset: number): Place {
  return { position: ref.file.locateInText(ref.path, offset), scope: ref };
}

/** The place of what a check of an expression found, which knows its position already. */
export function placeInPosition(ref: YamlRef, { file, line, column }: Position): Place {
  return { position: { file, line, column }, scope: ref };
}

import type { FinishedDashboard } from '@g6/generation';
import type { Problem } from '@g6/problems';
import type { AlertingRule, RecordingRule, RuleGroup } from '@g6/rules';
import type { ExportSettings } from './export-options';

/** What can be exported. */
export interface ExportContent {
  readonly dashboards: readonly FinishedDashboard[];
  /** The groups of rules by the name of their file, without its ending. */
  readonly rules: Readonly<Record<string, readonly RuleGroup<RecordingRule | AlertingRule>[]>>;
}

/** A file of an export. */
export interface ExportedFile {
  /** From the folder of the export, with `/` between folders. */
  readonly path: string;
  readonly text: string;
  /** The slug of the dashboard in the file; undefined if there is none. */
  readonly slug?: string;
  /** The path of the file beside it with the metadata of the dashboard's panels. */
  readonly notes?: string;
}

/** The files of an export, and what is wrong with it or could not be said in its form. */
export interface Exported {
  readonly files: readonly ExportedFile[];
  readonly problems: readonly Problem[];
}

/** What every form is written by. */
export interface FormContext {
  readonly settings: ExportSettings;
  /** The key of our metadata in files. */
  readonly metaKey: string;
}

/** Writes a form. */
export type FormWriter = (content: ExportContent, context: FormContext) => Exported;

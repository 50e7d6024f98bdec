import { META_KEY } from '@g6/model';
import type { DashboardJson } from '@g6/generation';
import { addAll, placelessProblem, type Problem } from '@g6/problems';
import { classicJson, type ContentReading, readClassic, readDashboardJson } from './classic-json';
import type { DashboardFile } from './dashboard-file';
import { GENERATED_FORM } from './forms/dashboard-forms';
import { dashboardFileName, fileNameIn, slugOfPath } from './file-names';
import { readForm } from './formats';

/** The file of a dashboard, as it is to be written. */
export interface EncodedDashboard {
  readonly name: string;
  readonly text: string;
}

/** The text of a file that should be a dashboard, from disk or from git. */
export interface DashboardText {
  /** The path as the user would type it; its extension says how it is written. */
  readonly path: string;
  readonly text: string;
  /** The metadata of its panels, from the file beside it, for forms that have no place for them. */
  readonly notes?: string | undefined;
  /** The slug, where the name of the file does not say it. */
  readonly slug?: string | undefined;
}

/** A dashboard file that was read, and everything that is wrong with it. */
export interface DecodedDashboard {
  /** Undefined if the text is not a dashboard. */
  readonly file: DashboardFile | undefined;
  /** A warning means that the file holds something which is not in the model. */
  readonly problems: readonly Problem[];
}

/** Makes the file of a dashboard; the same dashboard gives the same bytes. */
export function encodeDashboard(
  slug: string,
  dashboard: DashboardJson,
  metaKey: string = META_KEY,
): EncodedDashboard {
  return { name: dashboardFileName(slug), text: classicJson(dashboard, metaKey) };
}

/** Reads a dashboard file of any form, whoever wrote it. */
export function decodeDashboard(
  source: DashboardText,
  metaKey: string = META_KEY,
): DecodedDashboard {
  const { path, slug = slugOfPath(path) } = source;
  const { content, fault } = readContent(source, metaKey);
  if (!content) {
    const message = `is not a dashboard: ${fault}`;
    return { file: undefined, problems: [placelessProblem(path, 'dashboard-unreadable', message)] };
  }
  const file = { slug, path, ...content };
  if (fault === undefined) return { file, problems: [] };
  const problem = placelessProblem(path, 'dashboard-unreadable', `is damaged: ${fault}`);
  return { file, problems: [{ ...problem, severity: 'warning' }] };
}

function readContent({ path, text, notes }: DashboardText, metaKey: string): ContentReading {
  const reading = readForm({ name: fileNameIn(path), text, notes }, metaKey);
  return 'fault' in reading
    ? { content: undefined, fault: reading.fault }
    : readClassic(reading.classic, metaKey);
}

/** The model of a dashboard that generation has just built, as if read back from its file. */
export function dashboardFileOf(slug: string, dashboard: DashboardJson): DashboardFile {
  return { slug, ...readDashboardJson(dashboard) };
}

/** Generated dashboards, and a problem for every file that is not one. */
export interface DashboardsReading {
  readonly dashboards: readonly DashboardFile[];
  readonly problems: readonly Problem[];
}

/**
 * Reads generated dashboards. A file that is not a dashboard is an error, because its panels would be
 * missing in silence; a dashboard of other origin is left out with a warning.
 */
export function decodeGenerated(
  files: readonly DashboardText[],
  metaKey: string = META_KEY,
): DashboardsReading {
  const dashboards: DashboardFile[] = [];
  const problems: Problem[] = [];
  for (const text of files) {
    const { file, problems: found } = decodeDashboard(text, metaKey);
    if (file && !file.meta) {
      const message = `is a dashboard without "${metaKey}"; it was not generated, and is left out`;
      const problem = placelessProblem(text.path, 'dashboard-foreign', message);
      problems.push({ ...problem, severity: 'warning' });
      continue;
    }
    addAll(problems, found);
    if (file) dashboards.push(file);
  }
  return { dashboards, problems };
}

/** Whether a file is one that the generator wrote; others, exported ones too, are never touched. */
export function isGenerated(file: DashboardText, metaKey: string = META_KEY): boolean {
  // Cheap first: a folder may hold large files of other origin.
  if (!file.text.includes(metaKey)) return false;
  const reading = readForm({ name: fileNameIn(file.path), text: file.text }, metaKey);
  if ('fault' in reading || reading.form !== GENERATED_FORM) return false;
  return readClassic(reading.classic, metaKey).content?.meta?.specHash !== undefined;
}

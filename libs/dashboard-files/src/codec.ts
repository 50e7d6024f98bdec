import { MANIFEST_FILE, META_KEY } from '@g6/model';
import type { DashboardJson } from '@g6/generation';
import { addAll, placelessProblem, type Problem } from '@g6/problems';
import { readDashboardJson } from './classic-json';
import type { DashboardFile } from './dashboard-file';
import type { FormatReading } from './dashboard-format';
import { FORMATS } from './formats';

/** The file of a dashboard, as it is to be written. */
export interface EncodedDashboard {
  readonly name: string;
  readonly text: string;
}

/** The text of a file that should be a dashboard, from disk or from git. */
export interface DashboardText {
  /** The path as the user would type it; its extension says which formats it may have. */
  readonly path: string;
  readonly text: string;
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
  return { name: dashboardFileName(slug), text: FORMATS[0].encode(dashboard, metaKey) };
}

/** Reads a dashboard file, whoever wrote it. */
export function decodeDashboard(
  { path, text }: DashboardText,
  metaKey: string = META_KEY,
): DecodedDashboard {
  const name = fileNameIn(path);
  const { content, fault } = readFirst(name, text, metaKey);
  if (!content) {
    const message = `is not a dashboard: ${fault}`;
    return { file: undefined, problems: [placelessProblem(path, 'dashboard-unreadable', message)] };
  }
  const file = { slug: slugOfPath(path), path, ...content };
  if (fault === undefined) return { file, problems: [] };
  const problem = placelessProblem(path, 'dashboard-unreadable', `is damaged: ${fault}`);
  return { file, problems: [{ ...problem, severity: 'warning' }] };
}

/** The reading of the first format that knows the text, or else what the likeliest one says. */
function readFirst(name: string, text: string, metaKey: string): FormatReading {
  const formats = FORMATS.filter(({ extension }) => name.endsWith(extension));
  const extensions = [...new Set(FORMATS.map(({ extension }) => extension))].join(' or ');
  let first: FormatReading | undefined;
  for (const format of formats) {
    const reading = format.decode(text, metaKey);
    if (reading.content) return reading;
    first ??= reading;
  }
  return first ?? { content: undefined, fault: `its name does not end in ${extensions}` };
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

/** Whether a file is a dashboard that the generator wrote; others are never touched. */
export function isGenerated(file: DashboardText, metaKey: string = META_KEY): boolean {
  // Cheap first: a folder may hold large files of other origin.
  if (!file.text.includes(metaKey)) return false;
  return decodeDashboard(file, metaKey).file?.meta?.specHash !== undefined;
}

/** The name of the file that generation writes for a dashboard. */
export function dashboardFileName(slug: string): string {
  return `${slug}${FORMATS[0].extension}`;
}

/** The slug in the name of a dashboard's file; undefined if no dashboard's file has such a name. */
export function slugOfFile(name: string): string | undefined {
  if (name === MANIFEST_FILE) return undefined;
  const [longest] = FORMATS.map(({ extension }) => extension)
    .filter((extension) => name.endsWith(extension))
    .sort((a, b) => b.length - a.length);
  return longest && name.slice(0, -longest.length);
}

/** The slug of the dashboard file at a path, whose folders may be separated either way. */
export function slugOfPath(path: string): string {
  const name = fileNameIn(path);
  return slugOfFile(name) ?? name;
}

function fileNameIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

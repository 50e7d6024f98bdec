import { IMPORT_FORMS, type ImportForm } from '@g6/import';
import { addAll, count, placelessProblem, type Problem } from '@g6/problems';
import { type FetchAccess, fetchText } from '../files/fetch-text';
import { kindOfPath } from '../files/read-inputs';
import { filesBelow, readSourceFile } from '../files/read-sources';
import { readServerAccess, type ServerOptions } from '../files/server-access';
import { isUrl } from '../files/shown-url';

/** Sources of one form. */
export interface SourceGroup {
  readonly form: ImportForm;
  readonly sources: readonly string[];
}

/** Sources by their forms, in the order in which they are to be imported. */
export interface SortedSources {
  readonly groups: readonly SourceGroup[];
  readonly problems: readonly Problem[];
}

/**
 * Finds out the form of each source. A URL is that of Prometheus if its API answers there, or else of
 * a metrics endpoint; a file is judged by its content, and each file of a folder by its own.
 */
export async function sortSources(
  sources: readonly string[],
  server: ServerOptions = {},
): Promise<SortedSources> {
  const { access, problems: refused } = readServerAccess(server);
  if (refused.length > 0) return { groups: [], problems: refused };
  const forms = new Map<ImportForm, string[]>(IMPORT_FORMS.map((form) => [form, []]));
  const problems: Problem[] = [];
  for (const source of sources) {
    if (isUrl(source)) forms.get(await urlForm(source, access))?.push(source);
    else if (kindOfPath(source) === 'folder') addAll(problems, sortFolder(source, forms));
    else {
      const form = fileForm(source);
      if (form === undefined || form === 'blank') problems.push(unrecognized(source, form));
      else forms.get(form)?.push(source);
    }
  }
  const groups = [...forms].map(([form, list]) => ({ form, sources: list }));
  return { groups: groups.filter((group) => group.sources.length > 0), problems };
}

async function urlForm(source: string, access: FetchAccess): Promise<ImportForm> {
  if (!URL.canParse(source) || new URL(source).pathname.endsWith('/metrics')) return 'metrics';
  const base = source.endsWith('/') ? source.slice(0, -1) : source;
  const { text } = await fetchText(`${base}/api/v1/status/buildinfo`, 'application/json', access);
  return text?.trimStart().startsWith('{"status":"success"') === true ? 'prometheus' : 'metrics';
}

/** The files of a folder that may be of some form. */
const SOURCE_FILES = /\.(?:txt|prom|metrics|om|ya?ml|json)$/i;

function sortFolder(folder: string, forms: ReadonlyMap<ImportForm, string[]>): Problem[] {
  const paths = filesBelow(folder, SOURCE_FILES);
  const others: string[] = [];
  for (const path of paths) {
    const form = fileForm(path);
    if (form === undefined || form === 'blank') others.push(path);
    else forms.get(form)?.push(path);
  }
  if (paths.length === others.length) {
    const message = `the folder has no ${KINDS}`;
    return [placelessProblem(folder, 'file-missing', message)];
  }
  return others.length === 0 ? [] : [passedOver(folder, others)];
}

const KINDS = 'metrics, semantic conventions, rules or dashboards';
/** How many names of files one message holds. */
const MOST_NAMES = 5;

function passedOver(folder: string, paths: readonly string[]): Problem {
  const names = paths.slice(0, MOST_NAMES).join(', ');
  const more = paths.length > MOST_NAMES ? ', …' : '';
  const message = `${count(paths.length, 'file')} without ${KINDS} ${paths.length === 1 ? 'is' : 'are'} passed over: ${names}${more}`;
  return { ...placelessProblem(folder, 'import-empty', message), severity: 'warning' };
}

function unrecognized(path: string, form: 'blank' | undefined): Problem {
  const why = form === 'blank' ? 'it is empty' : `it has no ${KINDS}`;
  const message = `nothing to import was found: ${why}`;
  if (form === 'blank') return placelessProblem(path, 'import-empty', message);
  const hint = 'if there are, import it by its form, such as with "import rules"';
  return placelessProblem(path, 'import-empty', message, hint);
}

/** The form of a file by its content; undefined if it is none. What cannot be read, its reader tells. */
function fileForm(path: string): ImportForm | 'blank' | undefined {
  if (path === '-') return 'metrics';
  const text = readSourceFile(path, path).file?.text;
  if (text === undefined) return 'metrics';
  if (text.trim() === '') return 'blank';
  if (/\.json$/i.test(path)) return isDashboard(text) ? 'dashboards' : undefined;
  if (!/\.ya?ml$/i.test(path)) return 'metrics';
  if (/(?:^|[\s{,"-])(?:alert|record)"?:/.test(text)) return 'rules';
  if (/(?:^|[\s{,])(?:metric_name|instrument|attributes):/.test(text)) return 'semconv';
  return isDashboard(text) ? 'dashboards' : undefined;
}

function isDashboard(text: string): boolean {
  return /(?:^|[\s{,"])(?:panels|rows|elements)"?\s*:/.test(text);
}

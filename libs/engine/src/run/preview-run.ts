import { hasErrors, placelessProblem, type Problem, sortProblems } from '@g6/problems';
import { reloadProfiles } from '../files/load-profiles';
import { loadPreview } from '../files/load-preview';
import { openBrowser } from '../files/open-browser';
import { openPrometheusReads, type PrometheusReads } from '../files/prometheus-reads';
import { addressProblems, readServerAccess, type ServerOptions } from '../files/server-access';
import { watchInputs } from '../files/watch-inputs';
import type { PictureOptions } from './preview-package';
import { type PreviewRequest, PreviewSource } from './preview-source';

/** The port of a preview that names none. */
export const PREVIEW_PORT = 4680;

/** Options of every preview. */
interface Previewed {
  /** Reads the configuration; again after each edit. */
  readonly readRequest: () => PreviewRequest;
  /** URL of the Prometheus to read from; undefined for synthetic data. */
  readonly prometheus: string | undefined;
  /** How that Prometheus is reached. */
  readonly server?: ServerOptions | undefined;
  /** Folder of the workspace, in which `@g6/preview` is looked for first. */
  readonly cwd: string;
}

/** Options of a preview server. */
export interface PreviewStart extends Previewed {
  readonly port: number;
  /** Whether to show the page in the browser of the user. */
  readonly open: boolean;
}

/** A preview that runs, or the problems that kept it from starting. */
export type StartedPreview =
  | { readonly url: string; readonly close: () => Promise<void>; readonly problems?: never }
  | { readonly problems: readonly Problem[]; readonly url?: never };

/** Starts a preview that follows edits until it is closed; errors of the spec are for its page. */
export async function startPreview(start: PreviewStart): Promise<StartedPreview> {
  const { preview, problem } = loadPreview(start.cwd);
  const { reads: prometheus, problems } = await openReads(start);
  const wrong = [...problems, ...(problem ? [problem] : [])];
  if (!preview || wrong.length > 0) {
    await prometheus?.close();
    return { problems: wrong };
  }
  const source = new PreviewSource(start.readRequest);
  const { port } = start;
  try {
    const server = await preview.servePreview({ source, port, prometheus });
    const watcher = watchInputs(
      () => source.inputs(),
      () => {
        void reloadProfiles().then(() => {
          source.refresh();
          server.announce();
        });
      },
    );
    if (start.open) openBrowser(server.url);
    return {
      url: server.url,
      close: async () => {
        watcher.close();
        await server.close();
        await prometheus?.close();
      },
    };
  } catch (error) {
    await prometheus?.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const hint = 'name another one, or 0 for any that is free';
    return {
      problems: [placelessProblem('--port', 'option-value', `port ${port} is in use`, hint)],
    };
  }
}

/** Options of pictures. */
export interface PicturesRequest
  extends Previewed, Pick<PictureOptions, 'folder' | 'theme' | 'width' | 'range' | 'onProgress'> {}

/** The pictures that were taken, or the problems that kept them from that. */
export interface PicturesReport {
  readonly problems: readonly Problem[];
  /** Paths of the PNG files. */
  readonly written: readonly string[];
}

/** Takes a picture of each dashboard of a request. */
export async function picturesRun(request: PicturesRequest): Promise<PicturesReport> {
  const { readRequest, prometheus: _address, server: _server, cwd, ...options } = request;
  const { preview, problem } = loadPreview(cwd);
  const source = new PreviewSource(readRequest);
  const { dashboards, problems } = source.state();
  const { reads: prometheus, problems: wrong } = await openReads(request);
  const all = sortProblems([...wrong, ...(problem ? [problem] : []), ...problems]);
  try {
    if (!preview || hasErrors(all)) return { problems: all, written: [] };
    const slugs = dashboards.map(({ slug }) => slug);
    const pictures = await preview.takePictures({ ...options, source, prometheus, slugs });
    return { problems: [...all, ...pictures.problems], written: pictures.written };
  } finally {
    await prometheus?.close();
  }
}

/** The Prometheus of a preview, or what is wrong with its address or the way to it. */
async function openReads({ prometheus, server = {} }: Previewed): Promise<{
  readonly reads?: PrometheusReads;
  readonly problems: readonly Problem[];
}> {
  if (prometheus === undefined) return { problems: [] };
  const { access, problems } = readServerAccess(server);
  const all = [...addressProblems(prometheus), ...problems];
  if (all.length > 0) return { problems: all };
  return { reads: await openPrometheusReads(prometheus, access), problems: [] };
}

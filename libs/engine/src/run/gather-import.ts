import {
  type Found,
  type FoundMetric,
  type ImportForm,
  type Naming,
  nothingFound,
  readDashboards,
  readExposition,
  readRuleFiles,
  readSemconv,
} from '@g6/import';
import { addAll, hasErrors, type Problem } from '@g6/problems';
import type { SourceFile } from '@g6/yaml';
import type { FetchAccess } from '../files/fetch-text';
import { readServerAccess, type ServerOptions } from '../files/server-access';
import { shownUrl } from '../files/shown-url';
import { readSources, type SourceKind } from '../files/read-sources';
import { gatherFromServers } from './gather-from-servers';

/** The sources of an import, and how they are to be read. */
export interface ImportSources {
  readonly form: ImportForm;
  /** Files, folders, addresses, and `-` for standard input. */
  readonly sources: readonly string[];
  /** Selectors of the series that are read from a live Prometheus; default all. */
  readonly match?: readonly string[] | undefined;
  /** How the metrics of OpenTelemetry are named; default `prometheus`. */
  readonly naming?: Naming | undefined;
  /** How servers are reached. */
  readonly fetch?: ServerOptions | undefined;
  /** Seconds since 1970, for the range of series to ask for. */
  readonly now: number;
}

/** Everything that was found in the sources, and everything wrong with them. */
export interface Gathered {
  readonly found: Found;
  readonly problems: readonly Problem[];
  /** Whether there is no text in any of the sources. */
  readonly isBlank?: boolean;
}

const NOTHING: Found = {
  metrics: [],
  groups: [],
  dashboards: [],
  source: { closesValues: false },
};

const EXPOSITION: SourceKind = {
  accept:
    'text/plain;version=1.0.0;escaping=allow-utf-8,text/plain;version=0.0.4;q=0.9,application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1',
  files: /\.(?:txt|prom|metrics|om)$/,
};
const DOCUMENT: SourceKind = { accept: 'application/json, */*;q=0.5', files: /\.(?:ya?ml|json)$/ };

/** Reads all sources of an import. */
export async function gatherImport(request: ImportSources): Promise<Gathered> {
  const { form, fetch = {} } = request;
  const { access, problems: refused } = readServerAccess(fetch);
  if (refused.length > 0) return { found: NOTHING, problems: refused };
  const gathered =
    form === 'prometheus'
      ? await gatherFromServers(request, access, NOTHING)
      : await gatherFromTexts(request, form, access);
  const { found, problems, isBlank = false } = gathered;
  if (!isEmpty(found) || hasErrors(problems)) return gathered;
  const nothing = nothingFound(form, request.sources.map(shownUrl).join(', '), isBlank);
  return { found, problems: [...problems, nothing] };
}

/** Whether nothing was found. */
export function isEmpty({ metrics, groups, dashboards }: Found): boolean {
  const panels = dashboards.flatMap(({ sections }) =>
    sections.flatMap((section) => section.panels),
  );
  return metrics.length === 0 && groups.length === 0 && panels.length === 0;
}

async function gatherFromTexts(
  { sources, naming }: ImportSources,
  form: TextForm,
  access: FetchAccess,
): Promise<Gathered> {
  const kind = form === 'metrics' ? EXPOSITION : DOCUMENT;
  const { files, problems } = await readSources(sources, kind, access);
  const gathered = readTexts(form, files, naming);
  return {
    found: gathered.found,
    problems: [...problems, ...gathered.problems],
    isBlank: files.every(({ text }) => text.trim() === ''),
  };
}

type TextForm = Exclude<ImportForm, 'prometheus'>;

function readTexts(
  form: TextForm,
  files: readonly SourceFile[],
  naming: Naming | undefined,
): Gathered {
  const all: Problem[] = [];
  switch (form) {
    case 'metrics': {
      const readings = files.map((file) => readExposition(file));
      for (const reading of readings) addAll(all, reading.problems);
      return gatheredMetrics(
        readings.flatMap(({ metrics }) => metrics),
        all,
      );
    }
    case 'semconv': {
      const reading = readSemconv(files, naming === undefined ? {} : { naming });
      addAll(all, reading.problems);
      const current = reading.metrics.filter(({ deprecated }) => deprecated === undefined);
      const found = { ...NOTHING, metrics: current, source: { closesValues: 'listed' as const } };
      return { found, problems: all };
    }
    case 'rules': {
      const { groups, problems: faults } = readRuleFiles(files);
      return { found: { ...NOTHING, groups }, problems: faults };
    }
    case 'dashboards': {
      const readings = files.map((file) => readDashboards(file));
      for (const reading of readings) addAll(all, reading.problems);
      const dashboards = readings.flatMap((reading) => reading.dashboards);
      return { found: { ...NOTHING, dashboards }, problems: all };
    }
  }
}

function gatheredMetrics(metrics: readonly FoundMetric[], problems: readonly Problem[]): Gathered {
  return { found: { ...NOTHING, metrics }, problems };
}

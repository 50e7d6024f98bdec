import {
  type Found,
  type FoundMetric,
  readMetadata,
  readRules,
  readSeries,
  readTsdbStatus,
  tallySeries,
} from '@g6/import';
import { DEFAULT_TARGET_LABELS } from '@g6/model';
import { addAll, placelessProblem, type Problem } from '@g6/problems';
import { type FetchAccess, fetchText } from '../files/fetch-text';
import { isUrl, shownUrl } from '../files/shown-url';
import type { Gathered, ImportSources } from './gather-import';

/** Reads metrics, labels and rules of live Prometheus servers. */
export async function gatherFromServers(
  request: ImportSources,
  access: FetchAccess,
  nothing: Found,
): Promise<Gathered> {
  const metrics: FoundMetric[] = [];
  const groups: Found['groups'][number][] = [];
  const problems: Problem[] = [];
  const targetLabels = new Set(DEFAULT_TARGET_LABELS);
  const tellers: string[] = [];
  for (const source of request.sources) {
    const server = isUrl(source) ? await readServer(source, request, access) : notAnAddress(source);
    addAll(metrics, server.metrics);
    addAll(groups, server.groups);
    addAll(problems, server.problems);
    for (const label of server.targetLabels) targetLabels.add(label);
    if (server.targetLabels.length > 0) tellers.push(shownUrl(source));
  }
  const from = tellers.length === 0 ? {} : { from: tellers.join(', ') };
  const source = {
    closesValues: 'seen' as const,
    targetLabels: { names: [...targetLabels], ...from },
  };
  return { found: { ...nothing, metrics, groups, source }, problems };
}

interface ServerReading extends Pick<Found, 'metrics' | 'groups'> {
  readonly problems: readonly Problem[];
  readonly targetLabels: readonly string[];
}

function notAnAddress(source: string): ServerReading {
  const message = 'is not an address; a live Prometheus is named by its URL';
  const problems = [
    placelessProblem(source, 'option-value', message, 'write for example http://localhost:9090'),
  ];
  return { metrics: [], groups: [], problems, targetLabels: [] };
}

/** How far back series are asked for, in seconds. */
const RECENT = 3600;
/** More series than this are not asked for at once. */
const MOST_SERIES = 250_000;

async function readServer(
  address: string,
  { match = [], now }: ImportSources,
  access: FetchAccess,
): Promise<ServerReading> {
  const base = address.endsWith('/') ? address.slice(0, -1) : address;
  const ask = (path: string) => askServer(`${base}/api/v1/${path}`, access);
  const problems: Problem[] = [];
  const status = await ask('status/tsdb');
  if (status.problem?.code === 'file-unreadable' && status.isUnreachable) {
    return { metrics: [], groups: [], problems: [status.problem], targetLabels: [] };
  }
  const total = status.answer ? readTsdbStatus(status.answer).data?.series : undefined;
  if (match.length === 0 && total !== undefined && total > MOST_SERIES) {
    const message = `Prometheus has ${total} series, more than ${MOST_SERIES}`;
    problems.push(
      placelessProblem(shownUrl(base), 'import-limit', message, 'choose some with --match'),
    );
    return { metrics: [], groups: [], problems, targetLabels: [] };
  }
  const selectors = match.length > 0 ? match : ['{__name__=~".+"}'];
  const series = await ask(seriesQuery(selectors, now));
  const targets = match.length > 0 ? await ask(seriesQuery(['up'], now)) : series;
  const metadata = await ask('metadata');
  const rules = await ask('rules');
  for (const { problem } of [series, metadata, rules]) if (problem) problems.push(problem);
  const seriesRead = series.answer && readSeries(series.answer);
  const metadataRead = metadata.answer && readMetadata(metadata.answer);
  const rulesRead = rules.answer && readRules(rules.answer);
  for (const reading of [seriesRead, metadataRead, rulesRead]) {
    addAll(problems, reading?.problems ?? []);
  }
  const groups = match.length > 0 ? [] : (rulesRead?.data ?? []);
  const known = seriesRead?.data ?? [];
  const own = ofTargets(known, rulesRead?.data ?? []);
  const tallied = tallySeries(
    shownUrl(base),
    relevant(metadataRead?.data ?? [], match, known),
    own,
  );
  addAll(problems, tallied.problems);
  const up = (targets.answer && readSeries(targets.answer).data) ?? [];
  return { metrics: tallied.metrics, groups, problems, targetLabels: labelsOfTargets(up) };
}

/** The question for the recent series of some selectors. */
function seriesQuery(selectors: readonly string[], now: number): string {
  const query = new URLSearchParams();
  for (const selector of selectors) query.append('match[]', selector);
  query.set('start', String(now - RECENT));
  query.set('end', String(now));
  return `series?${query.toString()}`;
}

type SeriesList = readonly Readonly<Record<string, string>>[];

/** Series that Prometheus writes by itself, for each target and for alerts. */
const OWN_SERIES = /^(?:up|scrape_\w+|ALERTS|ALERTS_FOR_STATE)$/;

/** Series that rules record, and those that Prometheus writes by itself, are not metrics of a target. */
function ofTargets(series: SeriesList, groups: Found['groups']): SeriesList {
  const rules = groups.flatMap((group) => group.rules);
  const recorded = new Set(rules.filter(({ kind }) => kind === 'record').map(({ name }) => name));
  return series.filter(
    ({ __name__: name = '' }) =>
      !recorded.has(name) && !name.includes(':') && !OWN_SERIES.test(name),
  );
}

/** With selectors, metadata of metrics without a selected series says nothing. */
function relevant<Entry extends { readonly name: string }>(
  metadata: readonly Entry[],
  match: readonly string[],
  series: SeriesList,
): readonly Entry[] {
  if (match.length === 0) return metadata;
  const names = new Set(series.map(({ __name__: name = '' }) => name));
  const endings = ['', '_bucket', '_sum', '_count', '_total', '_info'];
  return metadata.filter(({ name }) => endings.some((ending) => names.has(name + ending)));
}

/** Scraping adds its labels to `up` as well, which has no others. */
function labelsOfTargets(series: SeriesList): string[] {
  const up = series.filter(({ __name__: name }) => name === 'up');
  return [...new Set(up.flatMap((labels) => Object.keys(labels)))].filter(
    (label) => label !== '__name__',
  );
}

interface Asked {
  readonly answer?: { readonly url: string; readonly body: unknown };
  readonly problem?: Problem;
  readonly isUnreachable?: boolean;
}

async function askServer(address: string, access: FetchAccess): Promise<Asked> {
  const { text, problem, status = 0 } = await fetchText(address, 'application/json', access);
  // A server that refuses one question may answer the others.
  if (problem) return { problem, isUnreachable: status < 400 || status >= 500 };
  try {
    return { answer: { url: shownUrl(address), body: JSON.parse(text) as unknown } };
  } catch {
    return { answer: { url: shownUrl(address), body: undefined } };
  }
}

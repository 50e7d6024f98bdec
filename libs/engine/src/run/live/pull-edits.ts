import { renameMetaKey } from '@g6/dashboard-files';
import type { JsonObject } from '@g6/generation';
import {
  dashboardEdits,
  differencesOf,
  joinPatches,
  type LiveDashboard,
  normalPanel,
  pairPanels,
  panelEdits,
  patchBetween,
} from '@g6/live-grafana';
import { META_KEY } from '@g6/model';
import { addAll } from '@g6/problems';
import type { YamlRef } from '@g6/yaml';
import type { PlannedRun } from '../plan-run';
import type { RunRequest } from '../run-request';
import { type GeneratedDashboard, generatedDashboards } from './pulled-dashboard';
import type { PullSources, SourceEdit } from './pull-sources';

/** A dashboard whose edits are brought back. */
export interface DashboardToPull {
  readonly slug: string;
  readonly live: LiveDashboard;
}

/** What was written, and what of the edits is left in Grafana, in words. */
export interface PullOutcome {
  readonly sources: PullSources;
  readonly made: readonly SourceEdit[];
  readonly left: readonly { readonly slug: string; readonly text: string }[];
}

/** A panel of Grafana, and where it is written. */
interface WrittenPanel {
  readonly slug: string;
  readonly ref: YamlRef;
  readonly live: JsonObject;
}

/**
 * Writes edits of Grafana to the spec and the plans: first what has a key of its own, then, as a merge
 * patch, what generation from that still has otherwise. What is left after that is said.
 */
export function pullEdits(
  before: PullSources,
  toPull: readonly DashboardToPull[],
  request: RunRequest,
): PullOutcome {
  const { metaKey } = request.options;
  const dashboards = toPull.map(({ slug, live }) => {
    const spec = renameMetaKey(live.spec, metaKey, META_KEY) as JsonObject;
    return { slug, live: { ...live, spec } };
  });
  const slugs = new Set(dashboards.map(({ slug }) => slug));
  const generate = (run: PlannedRun) => generatedDashboards(run, request, slugs);
  const first = generate(before.plan());
  const written = dashboards.flatMap((one) => writtenPanels(one, first.get(one.slug)));
  const keyed = writeKeys(before, dashboards, written, generate);
  const run = keyed.sources.plan();
  const generated = generate(run);
  const patches = written.flatMap((one) => patchEdit(one, generated, keyed.sources, run));
  const patched = keyed.sources.apply(withoutDoubles(patches));
  const last = generate(patched.sources.plan());
  const left = dashboards.flatMap(({ slug, live }) =>
    differencesOf(last.get(slug)?.spec ?? {}, live.spec, META_KEY).map((text) => ({ slug, text })),
  );
  const made = withoutDoubles([...keyed.made, ...patched.made]);
  return { sources: patched.sources, made, left };
}

/** How often keys are written before the rest is left to a merge patch. */
const MOST_ROUNDS = 3;

/**
 * Writes what has keys of its own. One key may change what generation makes of others, as a title does
 * with the legend of a single series; these are written in the next round.
 */
function writeKeys(
  before: PullSources,
  dashboards: readonly DashboardToPull[],
  written: readonly WrittenPanel[],
  generate: (run: PlannedRun) => ReadonlyMap<string, GeneratedDashboard>,
): Omit<PullOutcome, 'left'> {
  let sources = before;
  const made: SourceEdit[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const run = sources.plan();
    const generated = generate(run);
    const edits = [
      ...dashboards.flatMap(({ slug, live }) => ownKeys(slug, live, generated.get(slug))),
      ...written.flatMap((one) => keyEdits(one, generated, sources, run)),
    ];
    const edited = sources.apply(withoutDoubles(edits));
    if (edited.made.length === 0) break;
    addAll(made, edited.made);
    sources = edited.sources;
  }
  return { sources, made };
}

/** The panels that differ and that a spec or a plan writes out. */
function writtenPanels(
  { slug, live }: DashboardToPull,
  generated: GeneratedDashboard | undefined,
): WrittenPanel[] {
  if (!generated) return [];
  return pairPanels(generated.spec, live.spec).flatMap(({ wanted, live: there }) => {
    const ref = wanted && there ? generated.refOf(wanted) : undefined;
    return ref && wanted && there && !isAlike(wanted, there) ? [{ slug, ref, live: there }] : [];
  });
}

/** Whether two panels show the same, wherever they stand. */
function isAlike(ours: JsonObject, theirs: JsonObject): boolean {
  const [one, other] = [ours, theirs].map((panel) => JSON.stringify(bodyOf(panel)));
  return one === other;
}

function bodyOf(panel: JsonObject): JsonObject {
  const { gridPos: _place, panels: _panels, ...body } = normalPanel(panel, META_KEY);
  return body;
}

function ownKeys(
  slug: string,
  live: LiveDashboard,
  generated: GeneratedDashboard | undefined,
): SourceEdit[] {
  if (!generated) return [];
  const { file, path } = generated.planRef;
  return dashboardEdits(generated.spec, live.spec).map((edit) => ({
    slug,
    file: file.path,
    path: [...path, ...edit.path],
    value: edit.value,
  }));
}

function keyEdits(
  { slug, ref, live }: WrittenPanel,
  generated: ReadonlyMap<string, GeneratedDashboard>,
  sources: PullSources,
  run: PlannedRun,
): SourceEdit[] {
  const dashboard = generated.get(slug);
  const panel = dashboard?.panelAt(ref);
  const entry = sources.valueAt(run, ref.file.path, ref.path);
  if (!dashboard || !panel || typeof entry !== 'object' || entry === null) return [];
  const bare = (expr: string) => dashboard.bare(panel, expr);
  return panelEdits({ entry: entry as JsonObject, generated: panel, live, bare }).map((edit) => ({
    slug,
    file: ref.file.path,
    path: [...ref.path, ...edit.path],
    value: edit.value,
  }));
}

/** Keys of a panel that no merge patch may hold, because identity or layout follows from them. */
const OWNED = new Set([
  'title',
  'type',
  'targets',
  'datasource',
  'gridPos',
  'panels',
  'id',
  'repeat',
]);

function patchEdit(
  { slug, ref, live }: WrittenPanel,
  generated: ReadonlyMap<string, GeneratedDashboard>,
  sources: PullSources,
  run: PlannedRun,
): SourceEdit[] {
  const panel = generated.get(slug)?.panelAt(ref);
  if (!panel || isAlike(panel, live)) return [];
  const whole = patchBetween(bodyOf(panel), bodyOf(live), live);
  const patch = Object.fromEntries(Object.entries(whole).filter(([key]) => !OWNED.has(key)));
  if (Object.keys(patch).length === 0) return [];
  const path = [...ref.path, 'grafana'];
  const value = joinPatches(sources.valueAt(run, ref.file.path, path), patch);
  return [{ slug, file: ref.file.path, path, value }];
}

/** One edit for each place: a panel that two dashboards show is written as the first one has it. */
function withoutDoubles(edits: readonly SourceEdit[]): SourceEdit[] {
  const places = new Set<string>();
  return edits.filter(({ file, path }) => {
    const place = JSON.stringify([file, path]);
    return places.has(place) ? false : places.add(place);
  });
}

import { META_KEY } from '@g6/model';
import { type JsonObject, signatureOf, stableJson } from '@g6/generation';
import { compareText } from '@g6/problems';
import { type DashboardText, decodeDashboard } from './codec';
import { dashboardFileName } from './file-names';
import type { DashboardFile, FilePanel, FilePanelMeta } from './dashboard-file';
import { NO_DRIFT, type Drift } from './drift';

/**
 * Compares the file of a dashboard with what would be generated. Layout, order and metadata do not
 * count, except for the spec's hash and what inventories take from the metadata of panels.
 */
export function compareDashboards(
  slug: string,
  generated: string,
  found: string | undefined,
  metaKey: string = META_KEY,
): Drift {
  const path = dashboardFileName(slug);
  const actual = found === undefined ? undefined : { path, text: found };
  return compareForms(slug, { path, text: generated }, actual, metaKey);
}

/** The same for a dashboard in any form; both have to have the same one. */
export function compareForms(
  slug: string,
  generated: DashboardText,
  found: DashboardText | undefined,
  metaKey: string = META_KEY,
): Drift {
  if (found === undefined) return { slug, ...NO_DRIFT, missing: true };
  if (found.text === generated.text && found.notes === generated.notes) {
    return { slug, ...NO_DRIFT };
  }
  const { file: actual, problems } = decodeDashboard(found, metaKey);
  if (!actual || problems.length > 0) return { slug, ...NO_DRIFT, unreadable: true };
  const expected = decodeDashboard(generated, metaKey).file as DashboardFile;
  const [wanted, there] = [signPanels(expected), signPanels(actual)];
  const drift = {
    slug,
    ...NO_DRIFT,
    ...comparePanels(wanted, there),
    hash: expected.meta?.specHash !== actual.meta?.specHash,
  };
  const differs =
    drift.hash || drift.changed.length + drift.added.length + drift.removed.length > 0;
  const edited =
    !differs &&
    (restOf(expected, wanted) !== restOf(actual, there) || claimsOther(expected, actual));
  return { ...drift, edited };
}

/** A panel with the identity that its content has, whatever its metadata says. */
interface SignedPanel {
  readonly title: string;
  readonly signature: string;
  readonly raw: JsonObject;
}

function signPanels({ panels }: DashboardFile): SignedPanel[] {
  return panels.map((panel) => ({
    title: panel.title ?? '',
    signature: panelSignature(panel),
    raw: panel.raw,
  }));
}

function panelSignature({ title, type, unit, datasource, queries }: FilePanel): string {
  return signatureOf({
    datasourceType: datasource?.type ?? null,
    exprs: queries.flatMap(({ expr }) => expr ?? []),
    title: title ?? null,
    type,
    unit: unit ?? null,
  });
}

/** Pairs panels by signature, then by title; a panel without a partner was added or removed. */
function comparePanels(expected: readonly SignedPanel[], actual: readonly SignedPanel[]) {
  const onlyActual = without(actual, expected, ({ signature }) => signature);
  const onlyExpected = without(expected, actual, ({ signature }) => signature);
  const added = without(onlyExpected, onlyActual, ({ title }) => title);
  const removed = without(onlyActual, onlyExpected, ({ title }) => title);
  const changed = without(onlyExpected, added, ({ title }) => title);
  const titles = (panels: readonly SignedPanel[]) => panels.map(({ title }) => title);
  return { changed: titles(changed), added: titles(added), removed: titles(removed) };
}

/** The panels left over when each of the others takes away one panel with the same key. */
function without(
  panels: readonly SignedPanel[],
  others: readonly SignedPanel[],
  keyOf: (panel: SignedPanel) => string,
): SignedPanel[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return panels.filter((panel) => {
    const left = counts.get(keyOf(panel)) ?? 0;
    if (left > 0) counts.set(keyOf(panel), left - 1);
    return left === 0;
  });
}

/** Whether the metadata of some panel claims another identity than its content has. */
function claimsOther(expected: DashboardFile, actual: DashboardFile): boolean {
  const known = new Map<string, (FilePanelMeta | undefined)[]>();
  for (const panel of expected.panels) {
    const signature = panelSignature(panel);
    known.set(signature, [...(known.get(signature) ?? []), panel.meta]);
  }
  return actual.panels.some((panel) => {
    const metas = known.get(panelSignature(panel)) ?? [];
    return !metas.some((meta) => CLAIMS.every((key) => agrees(panel.meta?.[key], meta?.[key])));
  });
}

/** The metadata of a panel that inventories read. */
const CLAIMS = ['panelUuid', 'metric', 'source'] as const;

function agrees(claimed: string | undefined, computed: string | undefined): boolean {
  return claimed === undefined || claimed === computed;
}

/** Everything that tokens, layout and metadata leave out, in an order of its own. */
function restOf({ raw }: DashboardFile, panels: readonly SignedPanel[]): string {
  const rests = panels
    .map((panel) => [panel.signature, panel.raw] as const)
    .sort(
      ([a, left], [b, right]) =>
        compareText(a, b) || compareText(stableJson(left), stableJson(right)),
    );
  return stableJson([raw, rests]);
}

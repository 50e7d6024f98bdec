import type { Problem } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import type { SourceFile } from '@g6/yaml';
import { RawPart } from '../documents/raw-part';
import { readDocuments } from '../documents/read-documents';
import { ProblemList } from '../problem-list';
import { readClassicDashboard } from './classic-dashboard';
import { type Foreign, type FoundDashboard, type FoundPanel, namedPanel } from './found-dashboard';
import { toClassic } from './v2/to-classic';

/** The dashboards of a file. */
export interface DashboardsReading {
  readonly dashboards: readonly FoundDashboard[];
  readonly problems: readonly Problem[];
}

/**
 * Reads Grafana dashboards: classic JSON of any age, as Grafana exports it or its API answers, and
 * resources of the versions 1 and 2, in JSON or YAML. Panels that cannot be generated, and queries
 * that are not PromQL, are problems; they stay in the dashboard.
 */
export function readDashboards(source: SourceFile, cache = new PromQlCache()): DashboardsReading {
  const { documents, problems } = readDocuments(source);
  const list = new ProblemList();
  const dashboards = documents.flatMap((document) =>
    readParts(RawPart.root(document), list, 0).map((found) => {
      for (const { panels } of found.sections) {
        for (const panel of panels) reportPanel(panel, cache, list);
      }
      return found;
    }),
  );
  return { dashboards, problems: [...problems, ...list.problems] };
}

/** How deep a dashboard may stand in lists and answers. */
const DEEPEST = 3;

function readParts(part: RawPart, list: ProblemList, depth: number): FoundDashboard[] {
  const items = part.at('items');
  if (depth < DEEPEST && Array.isArray(items.value)) {
    return items.list.flatMap((item) => readParts(item, list, depth + 1));
  }
  // An answer of Grafana's API.
  const inner = part.at('dashboard');
  if (depth < DEEPEST && inner.isMapping) return readParts(inner, list, depth + 1);
  const isResource = part.text('apiVersion') !== undefined && part.at('spec').isMapping;
  const spec = isResource ? part.at('spec') : part;
  if (spec.at('elements').isMapping && spec.at('layout').isMapping) {
    return [readClassicDashboard(toClassic(spec, list), uidOf(part))];
  }
  const isClassic = ['panels', 'rows', 'templating', 'schemaVersion'].some(
    (key) => spec.at(key).isPresent,
  );
  if (isClassic) return [readClassicDashboard({ spec }, isResource ? uidOf(part) : undefined)];
  const hint = 'a dashboard has "panels", "rows", or "elements" and a "layout"';
  list.add(part.place, {
    code: 'import-unreadable',
    message: 'this is not a Grafana dashboard',
    hint,
  });
  return [];
}

function uidOf(resource: RawPart): string | undefined {
  return resource.at('metadata').text('name');
}

function reportPanel(panel: FoundPanel, cache: PromQlCache, list: ProblemList): void {
  const named = namedPanel(panel);
  for (const foreign of panel.foreign) {
    const message = `${named} cannot be generated: ${reasonOf(foreign)}`;
    list.add(panel.place, { code: 'import-foreign', message });
  }
  for (const { expr, refId, place } of panel.queries) {
    for (const { code, message } of cache.analyze(expr).faults) {
      list.add(place, { code, message: `${named}, query ${refId}: ${message}` });
    }
  }
}

function reasonOf({ kind, name }: Foreign): string {
  switch (kind) {
    case 'library':
      return `it is the library panel "${name}"`;
    case 'datasource':
      return `it queries the datasource "${name}"`;
    case 'plugin':
      return `its type "${name}" is not one of Grafana's own`;
  }
}

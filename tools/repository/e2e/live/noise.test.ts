import { normalDashboard } from '@g6/live-grafana';
import { filledIn, type Json, savedByPage } from '../../testing/grafana';
import { generatedDashboards } from '../../testing/grafana/generated-dashboards';

const META = 'g6_meta';
const dashboards = generatedDashboards();
const normal = (dashboard: Json) => JSON.stringify(normalDashboard(dashboard, META));

/** Keys whose value may change without a difference: the server's, the editor's, and our metadata. */
const NOISE = new RegExp(
  [
    /^\/(?:id|uid|version|schemaVersion|g6_meta)(?:\/|$)/,
    /^\/panels\/\d+(?:\/panels\/\d+)?\/(?:id|pluginVersion|g6_meta)(?:\/|$)/,
    /\/targets\/\d+\/editorMode$/,
    /^\/templating\/list\/\d+\/(?:options|definition)(?:\/|$)/,
    // Of the value that a variable begins with, the text follows from the value.
    /^\/templating\/list\/\d+\/current\/(?:text|selected)(?:\/|$)/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** The paths of all values in a dashboard that hold no others. */
function leaves(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** A path without the places in lists, and with the types of the panels on it. */
function kindOf(dashboard: Json, path: string): string {
  const [, index] = /^\/panels\/(\d+)/.exec(path) ?? [];
  const type = index === undefined ? '' : (dashboard['panels'] as Json[])[Number(index)]?.['type'];
  return `${String(type)} ${path.replace(/\/\d+(?=\/|$)/g, '/*')}`;
}

/** A dashboard with another value at a path. */
function changedAt(dashboard: Json, path: string): Json {
  const copy = structuredClone(dashboard);
  const steps = path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let owner = copy;
  for (const step of steps.slice(0, -1)) owner = owner[step] as Json;
  const last = steps.at(-1) ?? '';
  owner[last] = another(owner[last]);
  return copy;
}

function another(value: unknown): unknown {
  if (typeof value === 'string') return `${value} changed`;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : 17;
}

describe('what Grafana fills in', () => {
  it('is tried on the dashboards of this repository', () => {
    expect(dashboards.length).toBeGreaterThanOrEqual(15);
  });

  it.each(dashboards)('is no difference when $path is read', ({ json }) => {
    const read = filledIn(json, { id: 7, version: 3 });
    expect(JSON.stringify(read)).not.toBe(JSON.stringify(json));
    expect(normal(read)).toBe(normal(json));
  });

  it.each(dashboards)('is no difference when $path is saved in its page', ({ json }) => {
    expect(normal(savedByPage(json, META))).toBe(normal(json));
  });

  it('is none where panels stand in another order in the file, or have other ids', () => {
    for (const { json } of dashboards) {
      const panels = (json['panels'] as Json[]).toReversed().map((panel, id) => ({ ...panel, id }));
      expect(normal({ ...json, panels })).toBe(normal(json));
    }
  });
});

describe('a real edit', () => {
  it('of any value of a dashboard is a difference', () => {
    // One value of each kind, by its path and the type of its panel, is tried on some dashboard.
    const tried = new Set<string>();
    const unseen = dashboards.flatMap(({ path: file, json }) => {
      const before = normal(json);
      const paths = leaves(json).filter((path) => !NOISE.test(path));
      return paths
        .filter((path) => {
          const kind = kindOf(json, path);
          return tried.has(kind) ? false : tried.add(kind);
        })
        .filter((path) => normal(changedAt(json, path)) === before)
        .map((path) => `${file}: ${path}`);
    });
    expect(unseen).toEqual([]);
    expect(tried.size).toBeGreaterThan(300);
  });

  it.each<[string, (dashboard: Json) => void]>([
    ['a panel that goes', ({ panels }) => (panels as Json[]).pop()],
    ['a panel that comes', ({ panels }) => (panels as Json[]).push({ type: 'text', title: 'New' })],
    [
      'a panel that moves',
      ({ panels }) => {
        (panels as { gridPos: Json }[])[0]!.gridPos = { x: 0, y: 90, w: 12, h: 8 };
      },
    ],
    ['the time zone of the reader', (json) => (json['timezone'] = '')],
    [
      'a variable that comes',
      ({ templating }) => {
        (templating as { list: Json[] }).list.push({ name: 'bus', type: 'custom', query: 'a,b' });
      },
    ],
    [
      'an override',
      ({ panels }) => {
        const fields = (panels as { fieldConfig: { overrides: Json[] } }[])[0]!.fieldConfig;
        fields.overrides.push({ matcher: { id: 'byName', options: 'A' }, properties: [] });
      },
    ],
    [
      'a query that is hidden',
      ({ panels }) => {
        (panels as { targets: Json[] }[])[0]!.targets[0]!['hide'] = true;
      },
    ],
    ['a link that comes', ({ links }) => (links as Json[]).push({ title: 'Runbook', url: '/x' })],
    ['a tag that goes', ({ tags }) => (tags as string[]).pop()],
    [
      'a key of a newer schema with a value of its own',
      (json) => (json['scopesFollowUser'] = true),
    ],
  ])('is %s', (_what, change) => {
    const json = dashboards.find(({ path }) => path.endsWith('/bus_health.json'))!.json;
    const copy = structuredClone(json);
    change(copy);
    expect(normal(copy)).not.toBe(normal(json));
  });
});

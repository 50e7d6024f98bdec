import fc from 'fast-check';
import { stringify } from 'yaml';
import {
  type DashboardJson,
  DEFAULT_OPTIONS,
  finishDashboard,
  type PanelJson,
  draftDashboard,
  stableJson,
} from '@g6/generation';
import { compareDashboards, hasDrift, NO_DRIFT } from '@g6/dashboard-files';
import { checkPromQl, parsePromQl } from '@g6/promql';
import { dashboardExprs } from '../testing/dashboard-exprs';
import { anySample, type Sample, sampleBasis, type WriteYaml } from '@g6/generation/testing';

interface GeneratedText {
  readonly text: string;
  readonly hash: string;
}

/** Every run reads a spec and builds a dashboard, which takes some 20 ms. */
const RUNS = 30;

function generate(sample: Sample, write?: WriteYaml) {
  const { basis, plan } = sampleBasis(sample, write);
  const planned = draftDashboard(plan, basis, DEFAULT_OPTIONS);
  const dashboard = finishDashboard(planned, basis, DEFAULT_OPTIONS);
  return { planned, dashboard, basis };
}

function check(property: (dashboard: DashboardJson, sample: Sample) => void): void {
  fc.assert(
    fc.property(anySample, (sample) => {
      property(generate(sample).dashboard, sample);
    }),
    { numRuns: RUNS },
  );
}

const sourceOf = (panel: PanelJson) => panel.g6_meta.source;

describe('every generated dashboard', () => {
  it('has panels with unique and positive ids, and unique uuids', () => {
    check(({ panels }) => {
      const ids = panels.map(({ id }) => id ?? 0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => Number.isInteger(id) && id > 0 && id <= 0xffffffff)).toBe(true);
      const uuids = panels.map(({ g6_meta }) => g6_meta.panel_uuid);
      expect(new Set(uuids).size).toBe(uuids.length);
    });
  });

  it('has panels that lie on the grid and never on each other', () => {
    check(({ panels }) => {
      const cells = panels.flatMap(({ gridPos }) => {
        const { x, y, w, h } = gridPos ?? { x: 0, y: 0, w: 0, h: 0 };
        expect(x >= 0 && y >= 0 && w >= 1 && h >= 1 && x + w <= 24).toBe(true);
        return Array.from({ length: w * h }, (_, i) => (y + Math.floor(i / w)) * 24 + x + (i % w));
      });
      expect(new Set(cells).size).toBe(cells.length);
    });
  });

  it('keeps to the caps, and to every explicit panel', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const { dashboard, basis } = generate(sample);
        const explicit = dashboard.panels.filter((panel) => sourceOf(panel) === 'spec');
        const automatic = dashboard.panels.filter(
          ({ g6_meta: { source, metric } }) => metric !== undefined && source !== 'spec',
        );
        const written = basis.spec.families
          .filter(({ name }) => dashboard.g6_meta.families.includes(name))
          .flatMap((family) => family.metrics.flatMap(({ panels }) => [...panels]));
        expect(explicit.map(({ title }) => title)).toEqual(written.map(({ title }) => title));
        const room = Math.max(0, DEFAULT_OPTIONS.caps.core - explicit.length);
        expect(automatic.length).toBeLessThanOrEqual(room);
        const cross = dashboard.panels.filter((panel) => sourceOf(panel) === 'cross_metric');
        expect(cross.length).toBeLessThanOrEqual(DEFAULT_OPTIONS.caps.efficiency);
        if (dashboard.g6_meta.truncated_panels === 0) return;
        expect(automatic.length === room || cross.length === DEFAULT_OPTIONS.caps.efficiency).toBe(
          true,
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps its blocks in order: wide, explicit, automatic, the row, efficiency', () => {
    const rank = ({ type, g6_meta: { source } }: PanelJson) =>
      source === 'alerts_aggregate'
        ? 0
        : source === 'governance_summary'
          ? 1
          : source === 'spec'
            ? 2
            : source === 'cross_metric'
              ? 5
              : type === 'row'
                ? 4
                : 3;
    check(({ panels }) => {
      const ranks = panels.map(rank);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      const rows = panels.filter(({ type }) => type === 'row').length;
      expect(rows).toBe(ranks.includes(5) ? 1 : 0);
    });
  });

  it('asks only what Prometheus takes', () => {
    check((dashboard) => {
      for (const expr of dashboardExprs(dashboard)) {
        expect([expr, checkPromQl(parsePromQl(expr))]).toEqual([expr, []]);
      }
    });
  });

  it('is the same the second time', () => {
    check((dashboard, sample) => {
      expect(stableJson(generate(sample).dashboard)).toBe(stableJson(dashboard));
    });
  });

  it('is the same and drifts in nothing but the hash of the spec, whatever the order of keys and the style of YAML', () => {
    fc.assert(
      fc.property(anySample, fc.gen(), (sample, pick) => {
        const shuffle = (keys: string[]) =>
          pick(() => fc.shuffledSubarray(keys, { minLength: keys.length }));
        const write: WriteYaml = (value) => stringify(shuffleKeys(value, shuffle));
        const [own, other] = [generate(sample), generate(sample, write)].map(
          ({ dashboard, basis }) => ({ text: stableJson(dashboard), hash: basis.spec.hash }),
        ) as [GeneratedText, GeneratedText];
        const drift = compareDashboards('sample', own.text, other.text);
        expect(drift).toEqual({ ...NO_DRIFT, slug: 'sample', hash: own.hash !== other.hash });
        const otherText = other.text.replaceAll(other.hash.slice(0, 16), own.hash.slice(0, 16));
        expect(otherText).toBe(own.text);
        const compact = JSON.stringify(JSON.parse(otherText));
        expect(hasDrift(compareDashboards('sample', own.text, compact))).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives its panels the same identity in any layout', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const { planned, dashboard, basis } = generate(sample);
        const dense = { ...DEFAULT_OPTIONS, density: 'dense', datasourceUid: 'fixed' } as const;
        const other = finishDashboard(planned, basis, dense);
        const identities = ({ panels }: DashboardJson) =>
          panels.map(({ id, g6_meta: { panel_uuid, query_uuid } }) => [id, panel_uuid, query_uuid]);
        expect(identities(other)).toEqual(identities(dashboard));
      }),
      { numRuns: RUNS },
    );
  });

  it('gives every metric a panel, where there is room', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const { planned, basis } = generate(sample);
        const all = [...planned.blocks.flatMap(({ panels }) => panels), ...planned.dropped];
        const names = basis.spec.families
          .filter(({ name }) => planned.plan.families.includes(name))
          .flatMap(({ metrics }) => metrics.map(({ name }) => name));
        const shown = new Set(all.map(({ metric }) => metric));
        expect(names.filter((name) => !shown.has(name))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** A copy with the keys of every mapping in another order, but for families, whose order counts. */
function shuffleKeys(value: unknown, shuffle: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffleKeys(item, shuffle));
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  const ordered = keys.includes('sample') ? keys : shuffle(keys);
  const source = value as Record<string, unknown>;
  return Object.fromEntries(ordered.map((key) => [key, shuffleKeys(source[key], shuffle)]));
}

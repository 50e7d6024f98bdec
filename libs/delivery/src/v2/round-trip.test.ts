import fc from 'fast-check';
import { DASHBOARD_FORMS, readForm } from '@g6/dashboard-files';
import { type FinishedDashboard, type JsonObject, stableJson } from '@g6/generation';
import { anySample, type Sample } from '@g6/generation/testing';
import { META_KEY } from '@g6/model';
import { finishedDashboard, SMALL_DASHBOARD } from '../../testing/finished-dashboards';
import { exportDashboards } from '../export-dashboards';

/** A dashboard that was written as version 2 and read back. */
function thereAndBack(dashboard: FinishedDashboard): JsonObject {
  const content = { dashboards: [dashboard], rules: {} };
  const names = { metaKey: META_KEY, uidPrefix: 'g6-' };
  const { files, problems } = exportDashboards(content, { format: 'resource-v2' }, names);
  expect(problems).toEqual([]);
  const file = files.find(({ slug }) => slug !== undefined)!;
  const notes = files.find(({ path }) => path === file.notes)!.text;
  const reading = readForm({ name: file.path, text: file.text, notes }, META_KEY);
  if ('fault' in reading) throw new Error(reading.fault);
  return reading.classic;
}

/** How a section is shown, in all forms. */
const shown = fc.record({
  collapsed: fc.boolean(),
  show_if_data: fc.boolean(),
});

/** Samples whose plan has sections, some shown as tabs. */
const anySectioned = fc
  .tuple(
    anySample,
    fc.constantFrom('rows', 'tabs'),
    fc.array(shown, { minLength: 2, maxLength: 2 }),
  )
  .map(([sample, layout, [first, second]]): Sample => {
    const families = sample.plan?.['families'] as string[];
    return {
      ...sample,
      plan: {
        ...sample.plan,
        layout,
        sections: [
          { title: 'First', families: families.slice(0, 1), ...first },
          { title: 'Second', sources: ['alerts_aggregate', 'cross_metric'], ...second },
        ],
      },
    };
  });

/** Tabs cannot be folded away, so that the rows of a classic dashboard that reads them are open. */
function unfolded(dashboard: JsonObject): string {
  let y = 0;
  const panels = (dashboard['panels'] as JsonObject[]).flatMap(({ panels: folded, ...panel }) => [
    { ...panel, collapsed: false },
    ...((folded ?? []) as JsonObject[]),
  ]);
  const placed = panels.map(({ gridPos, collapsed: _, ...panel }) => ({
    ...panel,
    ...(panel['type'] === 'row' ? {} : { gridPos: { ...(gridPos as object), y: (y += 1) } }),
  }));
  return stableJson({ ...dashboard, panels: placed });
}

describe('a dashboard that goes through version 2', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const dashboard = finishedDashboard(sample);
        expect(stableJson(thereAndBack(dashboard))).toBe(stableJson(dashboard.json));
      }),
      { numRuns: 60 },
    );
  });

  it('comes back as it was with rows, and with tabs as open rows', () => {
    fc.assert(
      fc.property(anySectioned, (sample) => {
        const dashboard = finishedDashboard(sample);
        const back = thereAndBack(dashboard);
        const { json, layout } = dashboard;
        if (layout.kind === 'rows') expect(stableJson(back)).toBe(stableJson(json));
        else expect(unfolded(back)).toBe(unfolded(json as unknown as JsonObject));
      }),
      { numRuns: 60 },
    );
  });

  it('says in words what classic dashboards say in numbers', () => {
    const back = thereAndBack(finishedDashboard(SMALL_DASHBOARD));
    const { templating, annotations } = back as Record<string, { list: JsonObject[] }>;
    const { json } = finishedDashboard(SMALL_DASHBOARD);
    expect(templating).toEqual(json.templating);
    expect(annotations).toEqual(json.annotations);
  });
});

describe('the forms', () => {
  it('are told apart by their kinds', () => {
    expect(DASHBOARD_FORMS.map(({ name }) => name)).toEqual([
      ...['classic', 'resource', 'operator', 'operator manifest', 'configmap', 'perses'],
    ]);
  });
});

import type { Sample } from '@g6/generation/testing';
import { finishedDashboard, SMALL_DASHBOARD } from '../../testing/finished-dashboards';
import { dashboardV2 } from './dashboard-v2';

const metrics = [
  { name: 'depth', type: 'gauge', auto: false, panels: [{ promql: 'depth', title: 'Depth' }] },
];
const v2 = (plan: NonNullable<Sample['plan']>, panel: object = {}) =>
  dashboardV2(
    finishedDashboard({
      metrics: metrics.map((metric) => ({
        ...metric,
        panels: metric.panels.map((one) => ({ ...one, ...panel })),
      })),
      plan,
    }),
  );

describe('dashboardV2', () => {
  it('shows sections as tabs, and rows in a tab as rows', () => {
    const { spec } = dashboardV2(finishedDashboard(SMALL_DASHBOARD));
    expect(spec.layout).toMatchObject({
      kind: 'TabsLayout',
      spec: {
        tabs: [
          { spec: { title: 'Overview', layout: { kind: 'GridLayout' } } },
          {
            spec: {
              title: 'Traffic',
              layout: { kind: 'AutoGridLayout', spec: { maxColumnCount: 2 } },
              conditionalRendering: {
                spec: {
                  visibility: 'show',
                  items: [{ kind: 'ConditionalRenderingData', spec: { value: true } }],
                },
              },
            },
          },
          { spec: { title: 'Queues' } },
        ],
      },
    });
    const parted = v2({
      layout: 'tabs',
      sections: [
        {
          title: 'All',
          panels: [
            'Depth',
            { panel_type: 'row', title: 'Details' },
            { title: 'More', promql: 'depth' },
          ],
        },
      ],
    });
    expect(parted.spec.layout).toMatchObject({
      spec: {
        tabs: [
          {
            spec: {
              title: 'All',
              layout: {
                kind: 'RowsLayout',
                spec: { rows: [{ spec: { hideHeader: true } }, { spec: { title: 'Details' } }] },
              },
            },
          },
        ],
      },
    });
  });

  it('shows a dashboard without rows as a grid', () => {
    expect(v2({}).spec.layout).toMatchObject({
      kind: 'GridLayout',
      spec: { items: [{ spec: { x: 0, y: 0, width: 12, height: 8 } }] },
    });
  });

  it('repeats rows and panels', () => {
    const { spec } = v2(
      {
        variables: [{ name: 'bus', values: ['a'] }],
        sections: [{ title: 'Of $bus', repeat: 'bus', metrics: ['depth'] }],
      },
      { repeat: 'bus', repeat_direction: 'v' },
    );
    expect(spec.layout).toMatchObject({
      spec: {
        rows: [
          {
            spec: {
              title: 'Of $bus',
              repeat: { mode: 'variable', value: 'bus' },
              layout: { spec: { items: [{ spec: { repeat: { value: 'bus', direction: 'v' } } }] } },
            },
          },
        ],
      },
    });
  });

  it('keeps what a patch says if version 2 has a place for it, and names the rest', () => {
    const { spec, lost } = v2(
      { grafana: { liveNow: true, timepicker: { hidden: true }, style: 'dark' } },
      {
        grafana: {
          cacheTimeout: '60',
          fieldConfig: { defaults: { displayName: 'D', other: 1 } },
          libraryPanel: {},
        },
      },
    );
    expect(spec).toMatchObject({ liveNow: true, timeSettings: { hideTimepicker: true } });
    expect(Object.values(spec.elements)[0]).toMatchObject({
      spec: {
        data: { spec: { queryOptions: { cacheTimeout: '60' } } },
        vizConfig: { spec: { fieldConfig: { defaults: { displayName: 'D' } } } },
      },
    });
    expect(lost).toEqual([
      'the key "style" of the dashboard',
      'the key "other" of the panel "Depth"',
      'the key "libraryPanel" of the panel "Depth"',
    ]);
  });
});

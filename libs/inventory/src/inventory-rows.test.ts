import { decodeDashboard } from '@g6/dashboard-files';
import { identityOf } from '@g6/generation';
import { inventoryRows } from './inventory-rows';

function rowsOf(dashboard: unknown) {
  const { file } = decodeDashboard({ path: 'a.json', text: JSON.stringify(dashboard) });
  return inventoryRows(file!);
}

describe('inventoryRows', () => {
  it('lists the recorded identity of a panel, also after its title was edited', () => {
    const meta = { panel_uuid: 'u', query_uuid: 'q', source: 'spec', metric: 'm', family: 'f' };
    const json = { panels: [{ title: 'Edited', type: 'stat', g6_meta: meta }] };
    expect(rowsOf(json)).toEqual([
      { slug: 'a', title: 'Edited', kind: '', unit: '', exprs: [], ...meta },
    ]);
  });

  it('gives a panel without metadata the identity of its content', () => {
    const panel = {
      title: 'By hand',
      type: 'stat',
      datasource: { type: 'prometheus' },
      fieldConfig: { defaults: { unit: 's' } },
      targets: [{ expr: 'up' }],
    };
    const [row] = rowsOf({ panels: [panel] });
    const identity = identityOf('a', {
      datasourceType: 'prometheus',
      exprs: ['up'],
      title: 'By hand',
      type: 'stat',
      unit: 's',
    });
    expect(row).toMatchObject({
      source: '',
      panel_uuid: identity.panelUuid,
      query_uuid: identity.queryUuid,
    });
  });

  it('lists the panels inside a collapsed row after it', () => {
    const json = {
      panels: [{ title: 'Row', type: 'row', panels: [{ title: 'Inside' }] }, { title: 'After' }],
    };
    expect(rowsOf(json).map(({ title }) => title)).toEqual(['Row', 'Inside', 'After']);
  });
});

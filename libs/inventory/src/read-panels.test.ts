import { META_KEY } from '@g6/model';
import { identityOf } from '@g6/generation';
import { inventoryRows } from './read-panels';

describe('inventoryRows', () => {
  it('lists the recorded identity of a panel, also after its title was edited', () => {
    const meta = { panel_uuid: 'u', query_uuid: 'q', source: 'spec', metric: 'm', family: 'f' };
    const json = { panels: [{ title: 'Edited', type: 'stat', [META_KEY]: meta }] };
    expect(inventoryRows({ slug: 'a', json })).toEqual([
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
    const [row] = inventoryRows({ slug: 'a', json: { panels: [panel] } });
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
    expect(inventoryRows({ slug: 'a', json }).map(({ title }) => title)).toEqual([
      'Row',
      'Inside',
      'After',
    ]);
  });
});

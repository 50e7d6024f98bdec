import { compareRuleFiles } from './compare-rule-files';

const alert = {
  alert: 'Late',
  expr: 'x{a="1", b="2"} > 5',
  for: '60s',
  labels: { severity: 'page' },
};
const record = { record: 'a:b:c', expr: 'sum(x)', labels: { team: 'roads' } };
const file = (...rules: readonly object[]) => ({ groups: [{ name: 'g', rules }] });
const compared = (originals: readonly object[], written: readonly object[]) =>
  compareRuleFiles('bus', [file(...originals)], [file(...written)]);

describe('the comparison of rules with their import', () => {
  it('overlooks form, and what every alert of ours has besides', () => {
    const written = {
      ...{ alert: 'Late', expr: 'x{b="2",a="1"}\n  > 5', for: '1m', keep_firing_for: '0s' },
      labels: { severity: 'page', family: 'bus', empty: '' },
      annotations: { dashboard: '/d/bus', __dashboardUid__: 'bus', __panelId__: '1' },
    };
    expect(compared([alert, record], [record, written])).toEqual({
      ...{ rules: 2, same: 2, added: [], differences: [] },
    });
  });

  it.each([
    ['expr', { expr: 'x{a="1", b="2"} > 6' }],
    ['for', { for: '2m' }],
    ['keep_firing_for', { keep_firing_for: '1m' }],
    ['labels', { labels: { severity: 'ticket' } }],
    ['annotations', { annotations: { summary: 'Late.' } }],
  ])('finds another %s', (field, more) => {
    expect(compared([alert], [{ ...alert, ...more }])).toMatchObject({
      same: 0,
      differences: [{ dashboard: 'bus', panel: 'Late', field }],
    });
  });

  it('finds rules that are missing or doubled, and tells what was added', () => {
    expect(compared([alert, record], [record])).toMatchObject({
      differences: [{ panel: 'Late', field: 'rule', imported: undefined }],
    });
    expect(compared([record], [record, record])).toMatchObject({
      same: 1,
      differences: [{ panel: 'a:b:c', field: 'rule', original: undefined }],
    });
    const { added, differences } = compared([record], [record, { record: 'd:e:f', expr: 'x' }]);
    expect([added, differences]).toEqual([['d:e:f'], []]);
  });
});

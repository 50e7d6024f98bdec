import { samplePanel } from '../../testing/sample-panel';
import { presentTable } from './table';

const columns = [{ field: 'Value', header: 'Firing' }];

describe('presentTable', () => {
  it.each([
    ['alerts_aggregate', [{ displayName: 'Firing', desc: true }]],
    ['governance_summary', undefined],
    ['spec', undefined],
  ] as const)('sorts the table of %s by %j', (source, sortBy) => {
    expect(presentTable(samplePanel('table', { source, columns })).options.sortBy).toEqual(sortBy);
  });
});

import { samplePanel } from '../../testing/sample-panel';
import { presentStat } from './stat';

describe('presentStat', () => {
  it('shows the last value, coloured, over a sparkline', () => {
    expect(presentStat(samplePanel('stat')).options).toMatchObject({
      colorMode: 'value',
      graphMode: 'area',
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
    });
  });
});

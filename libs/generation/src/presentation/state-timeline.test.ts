import { samplePanel } from '../../testing/sample-panel';
import { presentStateTimeline } from './state-timeline';

describe('presentStateTimeline', () => {
  it('merges equal values and writes them where there is room', () => {
    expect(presentStateTimeline(samplePanel('state-timeline')).options).toMatchObject({
      mergeValues: true,
      showValue: 'auto',
    });
  });

  it('tells states apart without calling one bad', () => {
    const { defaults } = presentStateTimeline(samplePanel('state-timeline')).fieldConfig;
    expect(defaults.color).toEqual({ mode: 'continuous-blues' });
  });
});

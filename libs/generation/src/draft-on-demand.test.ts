import { sampleBasis } from '../testing/sample-context';
import { DraftsOnDemand } from './draft-on-demand';
import { draftDashboard, finishDashboard, panelCount } from './generate-dashboard';
import { DEFAULT_OPTIONS, type GenerationOptions } from './generation-options';

const SAMPLE = {
  metrics: [
    { name: 'a_total', type: 'counter', labels: ['bus'] },
    { name: 'b', type: 'gauge', alerts: [{ alert: 'A', expr: 'b > 1' }] },
    { name: 'c_seconds', type: 'histogram' },
  ],
  plan: { alert_preview: true, variables: [{ name: 'bus', label: 'bus' }] },
};

describe('DraftsOnDemand', () => {
  it.each<[string, Partial<GenerationOptions>]>([
    ['by default', {}],
    ['with slices', { specHash: 'slice' }],
    ['in the profile standard', { profile: 'standard' }],
    ['with panels left out', { caps: { core: 1, efficiency: 0 } }],
  ])('gives the same dashboards %s, in any order and as often as asked', (_, more) => {
    const options = { ...DEFAULT_OPTIONS, ...more };
    const { basis, plan } = sampleBasis(SAMPLE);
    const plans = ['one', 'two', 'three'].map((slug) => ({ ...plan, slug }));
    const drafts = new DraftsOnDemand(basis, options);
    const drafted = plans.map((each) => drafts.draft(each));
    const kept = plans.map((each) => draftDashboard(each, basis, options));
    for (const order of [
      [0, 1, 2],
      [2, 0, 0, 1],
    ]) {
      for (const at of order) {
        const [one, other] = [drafted[at]!, kept[at]!];
        expect(finishDashboard(one, basis, options)).toEqual(
          finishDashboard(other, basis, options),
        );
        expect(panelCount(one)).toBe(panelCount(other));
        expect([one.plan, one.dropped, one.problems]).toEqual([
          other.plan,
          other.dropped,
          other.problems,
        ]);
      }
    }
    expect(panelCount(drafted[0])).toBeGreaterThan(0);
  });

  it('keeps one draft, and no more', () => {
    const { basis, plan } = sampleBasis(SAMPLE);
    const drafts = new DraftsOnDemand(basis, DEFAULT_OPTIONS);
    const [one, two] = ['one', 'two'].map((slug) => drafts.draft({ ...plan, slug }));
    const before = one!.blocks;
    expect(one!.blocks).toBe(before);
    expect(two!.blocks).not.toBe(before);
    expect(one!.blocks).not.toBe(before);
    expect(one!.blocks).toEqual(before);
  });
});

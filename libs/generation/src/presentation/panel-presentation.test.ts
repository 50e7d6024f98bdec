import type { TooltipDisplayMode, VizTooltipOptions } from '@grafana/schema';
import type { GrafanaJson } from './panel-presentation';

// The compiler does the checking here: an expected error that does not occur is an error itself.
describe('GrafanaJson', () => {
  it('takes the literal values of enums and no others', () => {
    const known: GrafanaJson<TooltipDisplayMode> = 'multi';
    // @ts-expect-error no such mode
    const unknown: GrafanaJson<TooltipDisplayMode> = 'multiple';
    expect([known, unknown]).toHaveLength(2);
  });

  it('reaches into objects and lists, and rejects unknown fields', () => {
    const tooltips: GrafanaJson<{ list: VizTooltipOptions[] }> = {
      list: [{ mode: 'multi', sort: 'desc' }],
    };
    // @ts-expect-error no such field
    const misspelt: GrafanaJson<VizTooltipOptions> = { mode: 'none', sort: 'none', sorted: true };
    expect([tooltips, misspelt]).toHaveLength(2);
  });

  it('is read-only', () => {
    const tooltip: GrafanaJson<VizTooltipOptions> = { mode: 'multi', sort: 'desc' };
    // @ts-expect-error the member is read-only
    tooltip.mode = 'single';
    expect(tooltip.sort).toBe('desc');
  });
});

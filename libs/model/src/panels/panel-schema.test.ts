import type * as z from 'zod';
import { lookOf } from './panel';
import type { PanelLook } from './panel-look';
import { panelSchema } from './panel-schema';

/** The compiler refuses this if the schema takes what the type of a look does not have. */
const asLook = (written: z.infer<typeof panelSchema>): PanelLook => written;

describe('the schema of a panel', () => {
  it('takes every key of a look', () => {
    const written = {
      promql: 'x',
      thresholds: [{ color: 'green' }],
      overrides: [{ match: { field: 'a' }, hide: ['legend' as const] }],
      repeat: 'bus',
    };
    const panel = panelSchema.parse(written);
    expect(lookOf(asLook(panel))).toEqual({
      thresholds: written.thresholds,
      overrides: written.overrides,
      repeat: 'bus',
    });
  });
});

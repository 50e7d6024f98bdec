import * as fc from 'fast-check';
import { readEfficiency, readPlans, readSpec } from '@g6/model';
import { hasErrors } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import { DEFAULT_OPTIONS, draftBasis, sliceOf, textOfSlice } from '@g6/generation';
import { draftDashboard } from '@g6/generation';
import { renderDashboard } from '../src/run/render-run';
import { EFFICIENCY, PLANS, SPEC } from './slices/odd-spec';
import { type Edit, editTree, type Tree } from './slices/random-edits';

const promql = new PromQlCache();

/** A dashboard as it is made from the whole spec, as it is made from its slice, and the slice. */
interface Made {
  readonly fromWhole: string;
  readonly fromSlice: string;
  readonly slice: string;
}

/** Makes all dashboards of a spec and a catalogue; undefined if these have errors. */
function make({ spec: written, efficiency: related }: Tree): ReadonlyMap<string, Made> | undefined {
  const { spec, problems } = readSpec(
    [{ path: 'spec.yml', text: JSON.stringify(written) }],
    promql,
  );
  if (hasErrors(problems)) return undefined;
  const catalogue = { path: 'efficiency.yml', text: JSON.stringify(related) };
  const efficiency = readEfficiency(catalogue, spec, promql);
  const plans = readPlans(
    PLANS.map((text, place) => ({ path: `plans/${place}/plan.yaml`, text })),
    spec,
    promql,
    true,
  );
  if (hasErrors([...efficiency.problems, ...plans.problems])) return undefined;
  const basis = draftBasis(spec, efficiency.panels, promql, 'auto');
  const made = new Map<string, Made>();
  for (const plan of plans.plans) {
    const [whole, sliced] = (['file', 'slice'] as const).map((specHash) => {
      const options = { ...DEFAULT_OPTIONS, specHash };
      const drafted = draftDashboard(plan, basis, options);
      return { drafted, text: renderDashboard(drafted, basis, options).text };
    }) as [Rendered, Rendered];
    if (hasErrors(whole.drafted.problems)) return undefined;
    made.set(plan.slug, {
      fromWhole: withoutHash(whole.text),
      fromSlice: sliced.text,
      slice: textOfSlice(sliceOf(plan, basis)),
    });
  }
  return made;
}

interface Rendered {
  readonly drafted: ReturnType<typeof draftDashboard>;
  readonly text: string;
}

function withoutHash(text: string): string {
  return text.replace(/"spec_hash": "[0-9a-f]{16}"/, '"spec_hash": ""');
}

describe('the slice of a dashboard', () => {
  const start = { spec: SPEC, efficiency: EFFICIENCY } as unknown as Tree;
  const first = make(start);

  it('is that of a spec with every feature that reaches from one family into another', () => {
    expect(first?.size).toBe(PLANS.length);
    for (const { fromWhole, fromSlice } of first?.values() ?? []) {
      expect(withoutHash(fromSlice)).toBe(fromWhole);
    }
  });

  it('covers whatever a dashboard depends on: its bytes change only if its slice does', () => {
    const counts = { edits: 0, dashboards: 0, slices: 0, kept: 0 };
    const walk = (edits: readonly Edit[]) => {
      let tree = start;
      let before = first as ReadonlyMap<string, Made>;
      for (const edit of edits) {
        const edited = editTree(tree, edit);
        const after = edited && make(edited);
        if (!edited || !after) continue;
        counts.edits += 1;
        for (const [slug, made] of after) compare(slug, before.get(slug), made, edit);
        tree = edited;
        before = after;
      }
    };
    const compare = (slug: string, before: Made | undefined, after: Made, edit: Edit) => {
      const told = `${slug} ${JSON.stringify(edit)}`;
      // From its slice alone a dashboard is what it is from the whole spec.
      expect({ told, text: withoutHash(after.fromSlice) }).toEqual({ told, text: after.fromWhole });
      const slicesDiffer = before?.slice !== after.slice;
      if (before?.fromWhole !== after.fromWhole) counts.dashboards += 1;
      if (slicesDiffer) counts.slices += 1;
      else {
        counts.kept += 1;
        expect({ told, text: after.fromSlice }).toEqual({ told, text: before.fromSlice });
      }
    };
    const edit = fc.record(
      { kind: fc.nat(), place: fc.nat(), other: fc.nat() },
      { noNullPrototype: true },
    );
    const edits = fc.array(edit, { minLength: 50, maxLength: 50 });
    for (let round = 0; counts.edits < 2000; round += 1) {
      fc.assert(fc.property(edits, walk), { numRuns: 10, seed: round, endOnFailure: true });
    }
    // Neither "always" nor "never" would be an answer.
    expect(counts.dashboards).toBeGreaterThan(counts.edits / 2);
    expect(counts.kept).toBeGreaterThan(3 * counts.edits);
    expect(counts.slices).toBeLessThan(2 * counts.dashboards);
  });
});

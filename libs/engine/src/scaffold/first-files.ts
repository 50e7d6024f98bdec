import type { ImportWorkspace } from '@g6/import';
import { readSpec } from '@g6/model';
import { hasErrors, type Problem } from '@g6/problems';
import type { TextToWrite } from '../files/write-texts';
import { FIRST_PROFILE, newPlan } from './new-plan';
import { SAMPLE_SLUG, SAMPLE_SPEC } from './sample';

/** Texts to write, with every problem that there is with them. */
export interface FirstFiles {
  readonly files: readonly TextToWrite[];
  readonly problems: readonly Problem[];
}

/**
 * What a workspace still needs before it can generate: a sample if it has no spec, and if it has no
 * plan, one for the whole sample or for the first family that has metrics.
 */
export function firstFiles({ spec, plans, target }: ImportWorkspace): FirstFiles {
  const path = target.spec.isFolder ? `${target.spec.path}/base.yml` : target.spec.path;
  const sample = spec.length > 0 ? [] : [{ path, text: SAMPLE_SPEC }];
  if (plans.length > 0 || target.plans === undefined) return { files: sample, problems: [] };
  const whole = [...spec, ...sample];
  const reading = readSpec(whole);
  const families = reading.spec.families
    .filter(({ metrics }) => metrics.length > 0)
    .map(({ name }) => name);
  const [first] = families;
  if (hasErrors(reading.problems) || first === undefined) {
    return { files: sample, problems: reading.problems };
  }
  const slug = sample.length > 0 ? SAMPLE_SLUG : first;
  const planPath = `${target.plans}/${slug}/plan.yaml`;
  const request = {
    slug,
    profile: FIRST_PROFILE,
    families: sample.length > 0 ? families : [first],
  };
  const plan = newPlan(request, { path: planPath, spec: whole, plans: [] });
  const planFile = plan.text === undefined ? [] : [{ path: planPath, text: plan.text }];
  return { files: [...sample, ...planFile], problems: plan.problems };
}

import { placeOfKey, type Lint } from '../lint';

/** A family that no plan lists is governed, and nobody sees it. */
export const familyUnplanned: Lint = {
  name: 'family-unplanned',
  severity: 'warning',
  description: 'At least one plan lists the family.',
  check: ({ spec, plans }) => {
    const planned = new Set(plans.flatMap(({ families }) => families));
    return spec.families
      .filter(({ name }) => !planned.has(name))
      .map(({ name, ref }) => ({
        place: placeOfKey(ref),
        message: `the family "${name}" is in no plan`,
      }));
  },
};

import type { Plan } from '@g6/model';
import { didYouMeanOneOf, type Problem } from '@g6/problems';
import type { YamlRef } from '@g6/yaml';
import { isWritten } from '../panel-draft';
import type { Profile } from '../profiles/profile';

/** Finds sections and exclusions that name a panel source which the profile of the plan does not have. */
export function unknownSources(plan: Plan, { name: profile, sources }: Profile): Problem[] {
  const names = sources.map(({ name }) => name);
  const automatic = names.filter((source) => !isWritten({ source }));
  return [
    ...plan.sections.flatMap(({ sources: asked, ref }) =>
      asked.flatMap((source, position) =>
        unknownSource(source, names, profile, at(ref, 'sources', position)),
      ),
    ),
    ...plan.exclude.flatMap(({ source, ref }) =>
      source === undefined ? [] : unknownSource(source, automatic, profile, at(ref, 'source')),
    ),
  ];
}

function unknownSource(
  source: string,
  known: readonly string[],
  profile: string,
  { file, path }: YamlRef,
): Problem[] {
  if (source === '' || known.includes(source)) return [];
  const hint = didYouMeanOneOf(source, known, 'choose from');
  return [
    {
      ...file.locate(path),
      code: 'section-unknown',
      severity: 'error',
      message: `the profile "${profile}" has no panel source "${source}" of this kind`,
      ...(hint === undefined ? {} : { hint }),
    },
  ];
}

function at({ file, path }: YamlRef, ...below: (string | number)[]): YamlRef {
  return { file, path: [...path, ...below] };
}

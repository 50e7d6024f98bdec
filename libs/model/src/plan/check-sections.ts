import { didYouMeanOneOf, type Problem } from '@g6/problems';
import type { Plan, PlanExclusion, PlanSection } from './plan';
import { type PlanCheck, problemAt } from './plan-problems';
import { unknownVariable } from './check-variables';

/** Checks the sections and exclusions of a plan. */
export function checkSections(check: PlanCheck): Problem[] {
  const { plan } = check;
  return [
    ...headings(plan),
    ...tabs(plan),
    ...plan.sections.flatMap((section) => [
      ...(section.repeat === undefined
        ? []
        : unknownVariable(below(section, 'repeat'), section.repeat, plan)),
      ...unknownNames(section, 'families', plan.families, 'the plan has no family'),
      ...unknownNames(section, 'metrics', metricsOf(check), 'the plan shows no metric'),
    ]),
    ...plan.exclude.flatMap((exclusion) => unknownExclusion(exclusion, check)),
  ];
}

function headings({ sections }: Plan): Problem[] {
  return sections.flatMap((section, position) => {
    const { title, ref } = section;
    if (title === undefined) {
      const bare = section.collapsed || section.repeat !== undefined;
      if (position === 0 && !bare) return [];
      const message =
        'the key "title" is missing here; only a first section that is neither collapsed nor repeated can do without';
      return [problemAt(ref, 'missing-key', message)];
    }
    if (sections.findIndex((other) => other.title === title) === position) return [];
    const message = `the plan has two sections "${title}"`;
    return [problemAt(below(section, 'title'), 'section-duplicate', message)];
  });
}

/** Tabs are made of sections. */
function tabs({ layout, sections, ref }: Plan): Problem[] {
  if (layout !== 'tabs' || sections.length > 0) return [];
  const message = 'the layout "tabs" shows sections as tabs, and the plan has no "sections"';
  return [problemAt(below({ ref }, 'layout'), 'wrong-value', message)];
}

function unknownNames(
  section: PlanSection,
  key: 'families' | 'metrics',
  known: readonly string[],
  complaint: string,
): Problem[] {
  return section[key].flatMap((name, position) => {
    if (name === '' || known.includes(name)) return [];
    const at = below(section, key, position);
    const hint = didYouMeanOneOf(name, known, 'choose from');
    return [problemAt(at, 'section-unknown', `${complaint} "${name}"`, hint)];
  });
}

function metricsOf({ plan, spec }: PlanCheck): string[] {
  return spec.families
    .filter(({ name }) => plan.families.includes(name))
    .flatMap(({ metrics }) => metrics.map(({ name }) => name));
}

function unknownExclusion(exclusion: PlanExclusion, check: PlanCheck): Problem[] {
  const { metric } = exclusion;
  const problems: Problem[] = [];
  const metrics = metric === undefined ? [] : metricsOf(check);
  if (metric !== undefined && !metrics.includes(metric)) {
    const hint = didYouMeanOneOf(metric, metrics, 'choose from');
    const message = `the plan shows no metric "${metric}"`;
    problems.push(problemAt(below(exclusion, 'metric'), 'section-unknown', message, hint));
  }
  return problems;
}

function below({ ref }: { readonly ref: Plan['ref'] }, ...steps: (string | number)[]) {
  return { file: ref.file, path: [...ref.path, ...steps] };
}

import { didYouMean, type Problem, type ProblemCode } from '@g6/problems';
import type { YamlRef } from '@g6/yaml';
import { declaredRules, type Metric, type Spec, specMetrics } from './spec';
import type { SpecIndex } from './spec-index';

/** Checks the former names of metrics, and what is to be used instead of deprecated ones. */
export function checkRenames(spec: Spec, index: SpecIndex): Problem[] {
  const taken = new Map<string, YamlRef>(
    specMetrics(spec).map(({ name, ref }) => [name, below(ref, 'name')]),
  );
  for (const { record, ref } of declaredRules(spec)) taken.set(record, below(ref, 'record'));
  return specMetrics(spec).flatMap((metric) => [
    ...formerNameProblems(metric, taken),
    ...replacementProblems(metric, index),
  ]);
}

/** Finds former names that mean something else; each is taken by the first metric that lists it. */
function formerNameProblems(metric: Metric, taken: Map<string, YamlRef>): Problem[] {
  const { name, type, renamedFrom, ref } = metric;
  const list = below(ref, 'renamed_from');
  if (type === 'stateset' && renamedFrom.length > 0) {
    const message = `"${name}" is a stateset, whose label has its name; its former series have another label`;
    return [error(list, 'wrong-value', message)];
  }
  return renamedFrom.flatMap((former, position) => {
    const at = below(list, position);
    if (former === name) {
      return [error(at, 'wrong-value', `the former name "${former}" is the present name`)];
    }
    const owner = former === '' ? undefined : taken.get(former);
    taken.set(former, owner ?? at);
    if (!owner) return [];
    const { file, line, column } = owner.file.locate(owner.path);
    const message = `the former name "${former}" of "${name}" is taken, at ${file}:${line}:${column}`;
    return [error(at, 'metric-collision', message)];
  });
}

function replacementProblems({ name, deprecated }: Metric, index: SpecIndex): Problem[] {
  const use = deprecated?.use;
  if (deprecated === undefined || use === undefined || use === '') return [];
  const at = below(deprecated.ref, 'use');
  if (use === name) {
    return [error(at, 'wrong-value', `"${name}" cannot be used instead of itself`)];
  }
  if (index.defines(use)) return [];
  const hint = didYouMean(use, index.names);
  return [
    {
      ...at.file.locate(at.path),
      code: 'metric-undefined',
      severity: 'warning',
      message: `nothing in the spec defines "${use}"`,
      ...(hint === undefined ? {} : { hint }),
    },
  ];
}

function below({ file, path }: YamlRef, ...steps: (string | number)[]): YamlRef {
  return { file, path: [...path, ...steps] };
}

function error({ file, path }: YamlRef, code: ProblemCode, message: string): Problem {
  return { ...file.locate(path), code, severity: 'error', message };
}

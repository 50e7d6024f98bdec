import { DEFAULT_TARGET_LABELS, type Spec, type SpecFile } from '@g6/model';
import type { Problem } from '@g6/problems';
import { noted, readYaml } from '@g6/yaml';
import { list } from './compare-metric';
import type { WriteOptions } from './import-options';
import type { MetricSource, TargetLabels } from './metric-entry';
import type { SpecDraft } from './spec-draft';

const KEY = 'target_labels';

/** The source of metrics as they are written: without guesses, target labels are those of the spec. */
export function settledSource(
  source: MetricSource,
  spec: Spec,
  { guess = true }: WriteOptions,
): MetricSource {
  const { targetLabels } = source;
  if (!targetLabels) return source;
  const known = spec.targetLabels ?? DEFAULT_TARGET_LABELS;
  const names = guess ? [...new Set([...targetLabels.names, ...known])] : known;
  return { ...source, targetLabels: { ...targetLabels, names } };
}

/**
 * Writes the labels that scraping adds, as a guess, into a spec that says nothing of them. If it says
 * something else, that is a problem with both places.
 */
export function writeTargetLabels(
  { targetLabels: found }: MetricSource,
  spec: Spec,
  files: readonly SpecFile[],
  draft: SpecDraft,
  { guess = true }: WriteOptions,
): readonly Problem[] {
  if (found?.from === undefined || !guess) return [];
  if (spec.targetLabels !== undefined) return disagreement(found, spec.targetLabels, files);
  if (!areSame(found.names, DEFAULT_TARGET_LABELS)) {
    draft.addToSpec(KEY, noted(found.names, 'guess: the labels of the series up'));
  }
  return [];
}

function disagreement(
  { names, from = '' }: TargetLabels,
  known: readonly string[],
  files: readonly SpecFile[],
): readonly Problem[] {
  if (areSame(names, known)) return [];
  const file = files
    .filter(({ text }) => text.includes(KEY))
    .map((source) => readYaml(source).file)
    .find((one) => typeof one?.value === 'object' && one.value !== null && KEY in one.value);
  if (!file) return [];
  return [
    {
      ...file.locate([KEY]),
      ...{ code: 'import-conflict', severity: 'warning' },
      message: `the labels of targets are ${list(known)} here, and ${list(names)} at ${from}`,
      hint: 'the spec is left as it is; correct whichever is wrong',
    },
  ];
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name) => others.includes(name));
}

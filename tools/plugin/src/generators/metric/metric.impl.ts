import type { GeneratorCallback, Tree } from '@nx/devkit';
import { newMetric, readSpec, type SpecFile, typesWithKey } from '@g6/dashboards';
import { listOption, textOption, type ListOption } from '../list-option';
import { printReport } from '../../print';
import { mayAsk } from '../may-ask';
import { pluginEntry } from '../plugin-entries';
import { refuseErrors } from '../refuse';
import { noSpec, specInTree } from '../tree-inputs';

/** Options of the generator `metric`. */
export interface MetricGeneratorOptions {
  readonly name: string;
  readonly family?: string;
  readonly type: string;
  readonly helpText?: string;
  readonly labels?: ListOption;
  readonly cardinalityBudget?: number;
  readonly buckets?: ListOption;
  readonly unit?: string;
  readonly title?: string;
  readonly aggregate?: string;
  readonly native?: boolean | string;
  readonly project?: string;
}

/** The generator `@g6/plugin:metric`: adds a metric to a family of the spec. */
export default async function metricGenerator(
  tree: Tree,
  options: MetricGeneratorOptions,
): Promise<GeneratorCallback> {
  const entry = pluginEntry(tree, options.project);
  const spec = specInTree(tree, entry);
  if (spec.length === 0) refuseErrors([noSpec(entry)]);
  const family = textOption(options.family) ?? (await chooseFamily(spec));
  const request = {
    family,
    name: options.name.trim(),
    type: options.type,
    help: textOption(options.helpText),
    labels: listOption(options.labels) ?? [],
    cardinalityBudget: options.cardinalityBudget ?? (await askBudget()),
    buckets: listOption(options.buckets)?.map(toBound) ?? (await askBuckets(options.type)),
    unit: textOption(options.unit),
    title: textOption(options.title),
    aggregate: options.aggregate,
    // Without the option there is nothing to write: a histogram is classic by default.
    native: options.native === false ? undefined : options.native,
  };
  const { file, problems } = newMetric(request, spec);
  refuseErrors(problems);
  if (file) tree.write(file.path, file.text);
  return () => {
    printReport(`\nUpdate the dashboards with: nx run ${entry.project}:generate\n`);
  };
}

async function chooseFamily(spec: readonly SpecFile[]): Promise<string> {
  const { spec: catalogue, problems } = readSpec(spec);
  const families = catalogue.families.map(({ name }) => name);
  if (mayAsk() && families.length > 0) {
    const { askFamily } = await import('../ask');
    return askFamily(families);
  }
  refuseErrors(problems);
  throw new Error(
    `name the family that the metric joins\nAdd --family=name; the spec has ${families.join(', ')}`,
  );
}

async function askBudget(): Promise<number | undefined> {
  if (!mayAsk()) return undefined;
  const { askText } = await import('../ask');
  const answer = await askText('The most series that it may have (may be empty)?', (text) =>
    /^([1-9][0-9]*)?$/.test(text.trim()) ? undefined : 'A whole number above 0, or nothing',
  );
  return answer.trim() === '' ? undefined : Number(answer);
}

async function askBuckets(type: string): Promise<number[] | undefined> {
  if (!typesWithKey('buckets').some((name) => name === type) || !mayAsk()) return undefined;
  const { askText } = await import('../ask');
  const answer = await askText(
    'Bucket bounds, rising, separated by commas (may be empty)?',
    (text) =>
      (listOption(text) ?? []).every((bound) => Number.isFinite(Number(bound)))
        ? undefined
        : 'Numbers, separated by commas',
  );
  return listOption(answer)?.map(toBound);
}

function toBound(text: string): number {
  const bound = Number(text);
  if (Number.isNaN(bound)) throw new Error(`the bucket bound "${text}" is not a number`);
  return bound;
}

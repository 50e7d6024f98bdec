import type { Metric } from '@g6/model';
import type { Position, Problem } from '@g6/problems';
import type { FoundMetric } from '../found-metric';
import { helpOf, specType } from './metric-entry';

/** Lists what a source says differently about a metric of the spec; the spec keeps what it says. */
export function compareMetric(
  metric: Metric,
  found: FoundMetric,
  targetLabels: readonly string[],
): Problem[] {
  const differences: [key: string, here: string, there: string][] = [];
  const type = specType(found);
  if (found.type !== 'unknown' && type.type !== metric.type) {
    differences.push(['type', metric.type, type.type]);
  }
  const help = helpOf(found.help);
  if (help !== undefined && metric.help !== undefined && helpOf(metric.help) !== help) {
    differences.push(['help', JSON.stringify(metric.help), JSON.stringify(help)]);
  }
  const labels = labelDifference(metric, found, targetLabels);
  if (labels) differences.push(['labels', ...labels]);
  const buckets = bucketDifference(metric, found);
  if (buckets) differences.push(['buckets', ...buckets]);
  return differences.map(([key, here, there]) => {
    const message = `"${metric.name}" has the ${key} ${here} here, and ${there} at ${spell(found.place)}`;
    const hint = 'the spec is left as it is; correct whichever is wrong';
    return {
      ...metric.ref.file.locate([...metric.ref.path, key]),
      ...{ code: 'import-conflict', severity: 'warning', message, hint },
    };
  });
}

type Difference = [here: string, there: string] | undefined;

/** A source without series says nothing about labels. */
function labelDifference(
  metric: Metric,
  found: FoundMetric,
  targetLabels: readonly string[],
): Difference {
  if (found.seriesSeen === 0 && found.labels.length === 0) return undefined;
  const here = new Set(metric.labels);
  const there = new Set(
    found.labels.map(({ name }) => name).filter((name) => !targetLabels.includes(name)),
  );
  const isSame = here.size === there.size && [...here].every((label) => there.has(label));
  return isSame ? undefined : [list([...here]), list([...there])];
}

function bucketDifference({ buckets }: Metric, found: FoundMetric): Difference {
  if (buckets === undefined || found.buckets.length === 0) return undefined;
  const isSame =
    buckets.length === found.buckets.length &&
    buckets.every((bound, index) => bound === found.buckets[index]);
  return isSame ? undefined : [list(buckets.map(String)), list(found.buckets.map(String))];
}

/** Names as messages list them. */
export function list(names: readonly string[]): string {
  return `[${names.join(', ')}]`;
}

/** A place as messages name it; one without a line is the file. */
export function spell({ file, line, column }: Position): string {
  return line === 0 ? file : `${file}:${line}:${column}`;
}

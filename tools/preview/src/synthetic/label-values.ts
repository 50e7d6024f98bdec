/** Label values that read like those of real systems. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  job: ['app'],
  instance: ['app-1:9464', 'app-2:9464'],
  method: ['GET', 'POST', 'PUT'],
  code: ['200', '404', '500'],
  status: ['200', '404', '500'],
  status_code: ['200', '404', '500'],
  severity: ['critical', 'warning'],
  level: ['error', 'warn', 'info'],
  mode: ['idle', 'user', 'system', 'iowait'],
  cpu: ['0', '1'],
  device: ['sda', 'sdb'],
  namespace: ['default', 'payments'],
  pod: ['api-0', 'api-1', 'worker-0'],
  container: ['api', 'worker'],
  node: ['node-a', 'node-b'],
  cluster: ['eu-west', 'us-east'],
  region: ['eu', 'us'],
  reason: ['timeout', 'overflow', 'invalid'],
  result: ['ok', 'failed'],
  outcome: ['success', 'failure'],
  state: ['running', 'waiting', 'failed'],
  operation: ['read', 'write', 'delete'],
  op: ['read', 'write'],
  quantile: ['0.5', '0.9', '0.99'],
  hash: ['4f1c9a2e'],
  version: ['1.4.2'],
  mountpoint: ['/', '/var'],
  fstype: ['ext4'],
};

/** The values that a label has; `position` is its place among the labels of the metric. */
export function labelValues(label: string, position: number): readonly string[] {
  const known = KNOWN[label];
  if (known) return known;
  const word = label.replaceAll('_', '-');
  return ['a', 'b', 'c'].slice(0, position === 0 ? 3 : 2).map((letter) => `${word}-${letter}`);
}

/** Labels with their values, as the key of a series. */
export type Labels = Readonly<Record<string, string>>;

/** Every combination of label values, the first `most` of them. */
export function combinations(
  labels: readonly (readonly [label: string, values: readonly string[]])[],
  most: number,
): Labels[] {
  let all: Labels[] = [{}];
  for (const [label, values] of labels) {
    all = values.flatMap((value) => all.map((one) => ({ ...one, [label]: value })));
    // Labels of few values come last so that a cut leaves out combinations, not labels.
    if (all.length > most) all = spread(all, most);
  }
  return all;
}

/** Takes so many of a list, evenly. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = items.length / most;
  return Array.from({ length: most }, (_, i) => items[Math.floor(i * step)] as Item);
}

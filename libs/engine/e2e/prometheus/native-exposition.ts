/**
 * A native histogram in the only format in which a target can expose one: the messages of
 * https://github.com/prometheus/client_model/blob/master/io/prometheus/client/metrics.proto
 */

/** The content type by which a target says that it answers so. */
export const PROTOBUF_TYPE =
  'application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited';

/** A histogram whose observations fall into some buckets next to each other. */
export interface NativeHistogram {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly sum: number;
  /** Index of the first bucket; bucket `i` of schema 0 ends at 2 to the power of `i`. */
  readonly first: number;
  readonly counts: readonly number[];
}

const HISTOGRAM = 4;

/** The message of one histogram, with its length in front. */
export function nativeExposition({ name, labels, sum, first, counts }: NativeHistogram): Buffer {
  const deltas = counts.map((count, position) => count - (counts[position - 1] ?? 0));
  const span = message(varint(1, zigzag(first)), varint(2, counts.length));
  const histogram = message(
    varint(
      1,
      counts.reduce((total, count) => total + count, 0),
    ),
    double(2, sum),
    varint(5, zigzag(0)),
    double(6, 1e-9),
    nested(12, span),
    ...deltas.map((delta) => varint(13, zigzag(delta))),
  );
  const pairs = Object.entries(labels).map(([label, value]) =>
    nested(1, message(text(1, label), text(2, value))),
  );
  const metric = message(...pairs, nested(7, histogram));
  const family = message(text(1, name), varint(3, HISTOGRAM), nested(4, metric));
  return Buffer.concat([number(family.length), family]);
}

function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

function text(field: number, value: string): Buffer {
  return nested(field, Buffer.from(value));
}

function nested(field: number, content: Buffer): Buffer {
  return Buffer.concat([number(field * 8 + 2), number(content.length), content]);
}

function varint(field: number, value: number): Buffer {
  return Buffer.concat([number(field * 8), number(value)]);
}

function double(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return Buffer.concat([number(field * 8 + 1), bytes]);
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

/** Seven bits in each byte, the lowest first; all but the last have the highest bit set. */
function number(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

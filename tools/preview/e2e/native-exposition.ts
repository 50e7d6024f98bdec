import { histogramsIn, type Histogram } from '../src/synthetic/histograms';
import type { RawSeries } from '../src/synthetic/raw-series';

/**
 * Native histograms in the protobuf format, the only one in which Prometheus scrapes them:
 * https://github.com/prometheus/client_model/blob/master/io/prometheus/client/metrics.proto
 */
export function nativeHistograms(series: readonly RawSeries[], seconds: number): Buffer {
  const names = [...new Set(series.map(({ labels }) => labels['__name__'] ?? ''))];
  const families = names.map((name) => {
    const own = series
      .filter(({ labels }) => labels['__name__'] === name)
      .map(({ labels, at }) => ({ labels, values: [at(seconds)] }));
    const metrics = histogramsIn(own).map((histogram) => message(4, metricOf(histogram)));
    const HISTOGRAM = 4;
    return Buffer.concat([text(1, name), varintField(3, HISTOGRAM), ...metrics]);
  });
  return Buffer.concat(families.flatMap((family) => [varint(BigInt(family.length)), family]));
}

/** Two buckets to each power of two. */
const SCHEMA = 1;

function metricOf({ labels, buckets, sum }: Histogram): Buffer {
  const pairs = Object.entries(labels).map(([name, value]) =>
    message(1, Buffer.concat([text(1, name), text(2, value)])),
  );
  const counts = buckets
    .filter(({ bound }) => bound !== Infinity)
    .map(({ values }) => Math.round(values[0] ?? 0));
  const own = counts.map((count, i) => BigInt(count - (counts[i - 1] ?? 0)));
  const deltas = own.map((count, i) => count - (own[i - 1] ?? 0n));
  const first = Math.round(Math.log2(buckets[0]?.bound ?? 1) * 2 ** SCHEMA);
  const span = [varintField(1, zigzag(BigInt(first))), varintField(2, deltas.length)];
  const histogram = Buffer.concat([
    varintField(1, counts.at(-1) ?? 0),
    double(2, sum?.[0] ?? 0),
    varintField(5, zigzag(BigInt(SCHEMA))),
    double(6, 1e-9),
    message(12, Buffer.concat(span)),
    ...deltas.map((delta) => varintField(13, zigzag(delta))),
  ]);
  return Buffer.concat([...pairs, message(7, histogram)]);
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest !== 0n);
  return Buffer.from(bytes);
}

function zigzag(value: bigint): bigint {
  return value < 0n ? -2n * value - 1n : 2n * value;
}

const key = (field: number, wire: number) => varint(BigInt(field * 8 + wire));

function varintField(field: number, value: number | bigint): Buffer {
  return Buffer.concat([key(field, 0), varint(BigInt(value))]);
}

function double(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return Buffer.concat([key(field, 1), bytes]);
}

function message(field: number, body: Buffer): Buffer {
  return Buffer.concat([key(field, 2), varint(BigInt(body.length)), body]);
}

function text(field: number, value: string): Buffer {
  return message(field, Buffer.from(value));
}

/**
 * The past of the programs of an example: two instances of what an exposition shows, over some hours.
 * Counters grow as fast as an hour of them would have to, gauges wander about their value, and states,
 * sizes and information stay. The same exposition gives the same past, whenever it is written.
 */

/** A stretch of time with a sample for each step, in seconds since 1970. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** Samples of one instance as OpenMetrics, without the line that ends it. */
interface Sample {
  readonly name: string;
  /** As written between the braces. */
  readonly labels: string;
  readonly value: number;
}

const SAMPLE_LINE = /^([^\s{]+)(?:\{(.*)\})? (\S+)$/;
const TYPE_LINE = /^# TYPE (\S+) (\S+)$/;
const INSTANCES = ['a:9100', 'b:9100'] as const;

/** Writes the past of an exposition for a job, as `promtool tsdb create-blocks-from openmetrics` reads it. */
export function lifelikeHistory(exposition: string, job: string, stretch: Stretch): string {
  const lines: string[] = [];
  const types = new Map<string, string>();
  for (const line of exposition.split('\n')) {
    const [, typed, type] = TYPE_LINE.exec(line) ?? [];
    if (typed !== undefined && type !== undefined) types.set(typed, type);
    const [, name, labels = '', value] = SAMPLE_LINE.exec(line) ?? [];
    if (name === undefined || line.startsWith('#')) continue;
    INSTANCES.forEach((instance, position) => {
      const sample = { name, labels, value: Number(value) };
      const own = [labels, `job="${job}"`, `instance="${instance}"`].filter((part) => part !== '');
      const course = courseOf(sample, typeOf(name, types), position, stretch);
      for (let at = stretch.start; at <= stretch.end; at += stretch.step) {
        lines.push(`${name}{${own.join(',')}} ${round(course(at))} ${at}`);
      }
    });
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

/** The type of a series: that of its metric, or a counter for its sums, counts and buckets. */
function typeOf(name: string, types: ReadonlyMap<string, string>): string {
  const own = types.get(name);
  if (own !== undefined) return own === 'summary' ? 'gauge' : own;
  return /_(?:bucket|sum|count)$/.test(name) ? 'counter' : 'gauge';
}

type Course = (at: number) => number;

const HOUR = 3600;
/** Past this, a value is a moment and no amount. */
const FIRST_MOMENT = 1e9;

function courseOf(sample: Sample, type: string, instance: number, stretch: Stretch): Course {
  const { name, labels, value } = sample;
  if (type === 'counter') return growing(sample, instance, stretch);
  if (value > FIRST_MOMENT && /time|timestamp/.test(name)) return momentOf(name, instance, stretch);
  if (staysAsItIs(sample)) return () => value;
  const share = name.includes('ratio') && value <= 1;
  const width = share ? 0.05 : /temp|celsius/.test(name) ? 0.06 : 0.22;
  const scale = instance === 0 ? 1 : share ? 0.97 : 0.84;
  const phase = seedOf(`${name}{${labels}}${instance}`);
  return (at) => {
    const wandered = value * scale * (1 + width * wander(at, phase));
    if (share) return Math.min(1, wandered);
    return Number.isInteger(value) && value >= 2 ? Math.max(0, Math.round(wandered)) : wandered;
  };
}

/** States, sizes and information do not wander; neither does what is the whole of something. */
function staysAsItIs({ name, value }: Sample): boolean {
  return (
    value === 0 ||
    value === 1 ||
    /_(?:size|max|maximum|capacity|limit)(?:_|$)|Total|_info$/.test(name)
  );
}

/** Grows by its value each hour, with busy and quiet times that all series of a metric share. */
function growing({ name, value }: Sample, instance: number, { start }: Stretch): Course {
  const phase = seedOf(name.replace(/_(?:bucket|sum|count)$/, '') + String(instance));
  const rate = (value / HOUR) * (instance === 0 ? 1 : 0.8);
  const period = 2400 + 1800 * phase;
  return (at) => {
    const passed = at - start;
    const turn = (2 * Math.PI) / period;
    const swing = Math.cos(turn * start + 6 * phase) - Math.cos(turn * at + 6 * phase);
    return value + rate * (passed + (0.35 / turn) * swing);
  };
}

/** The last time of something that happens every quarter of an hour, or the start of a program. */
function momentOf(name: string, instance: number, { start }: Stretch): Course {
  if (/boot|start/.test(name)) return () => start - (3 + instance) * 24 * HOUR;
  return (at) => at - ((at + instance * 400) % 900);
}

/** A smooth way up and down, from -1 to 1. */
function wander(at: number, phase: number): number {
  const turn = (period: number, shift: number) =>
    Math.sin((2 * Math.PI * at) / period + shift * phase);
  return 0.55 * turn(4300, 11) + 0.3 * turn(1300, 17) + 0.15 * turn(410, 23);
}

/** A number from 0 to 1 that a text always gives. */
function seedOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return (hash >>> 0) / 2 ** 32;
}

function round(value: number): string {
  return String(Number(value.toPrecision(12)));
}

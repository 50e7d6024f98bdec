import * as z from 'zod';
import { NO_PLACE, type Position } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import type { FoundRule, FoundRuleGroup } from '../rule-files/found-rule';
import { ruleMetrics } from '../rule-files/rule-metrics';
import { type ApiAnswer, type ApiReading, readAnswer } from './api-answers';

const texts = z.record(z.string(), z.string()).optional();
const rule = z.object({
  type: z.string(),
  name: z.string(),
  query: z.string(),
  duration: z.number().optional(),
  keepFiringFor: z.number().optional(),
  labels: texts,
  annotations: texts,
});
const shape = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      file: z.string().optional(),
      interval: z.number().optional(),
      limit: z.number().optional(),
      rules: z.array(rule),
    }),
  ),
});

/** Reads `/api/v1/rules` into groups as a rule file has them. */
export function readRules(answer: ApiAnswer): ApiReading<readonly FoundRuleGroup[]> {
  const { data, problems } = readAnswer(answer, shape);
  if (!data) return { problems };
  const place: Position = { file: answer.url, ...NO_PLACE };
  const cache = new PromQlCache();
  const groups = data.groups.map((group): FoundRuleGroup => {
    const { name, interval, limit } = group;
    return {
      name,
      ...(interval === undefined ? {} : { interval: spellDuration(interval) }),
      ...(limit === undefined || limit === 0 ? {} : { limit }),
      labels: {},
      rules: group.rules.map((found) => readRule(found, place)),
      place,
    };
  });
  const metricOf = ruleMetrics(
    groups.flatMap(({ rules }) => rules),
    cache,
  );
  const withMetric = (found: FoundRule): FoundRule => {
    const metric = metricOf(found.expr);
    return metric === undefined ? found : { ...found, metric };
  };
  return {
    data: groups.map((group) => ({ ...group, rules: group.rules.map(withMetric) })),
    problems,
  };
}

function readRule(found: z.infer<typeof rule>, place: Position): FoundRule {
  const { type, name, query, duration = 0, keepFiringFor = 0, labels, annotations } = found;
  return {
    kind: type === 'recording' ? 'record' : 'alert',
    name,
    expr: query,
    ...(duration > 0 ? { for: spellDuration(duration) } : {}),
    ...(keepFiringFor > 0 ? { keepFiringFor: spellDuration(keepFiringFor) } : {}),
    labels: labels ?? {},
    annotations: annotations ?? {},
    place,
  };
}

const DURATION_UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/** A number of seconds as Prometheus writes a duration: 90 is `1m30s`. */
export function spellDuration(seconds: number): string {
  let rest = Math.round(seconds * 1_000);
  let text = '';
  for (const [unit, milliseconds] of DURATION_UNITS) {
    const count = Math.floor(rest / milliseconds);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * milliseconds;
  }
  return text === '' ? '0s' : text;
}

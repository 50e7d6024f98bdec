import type { FoundAnnotation } from '../dashboards/found-dashboard';
import { textOf } from '../dashboards/json-values';
import { withoutUndefined } from './metric-entry';

/** Whether a plan can have an annotation: those that a query of Prometheus draws. */
export function isPlanAnnotation({ expr, isForeign }: FoundAnnotation): boolean {
  return expr !== undefined && !isForeign;
}

/** An annotation as a plan has it, without what is the default. */
export function annotationEntry(annotation: FoundAnnotation): Record<string, unknown> {
  const { name, expr, enabled, hidden, color, source } = annotation;
  const tags = textOf(source['tagKeys'])
    ?.split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const step = textOf(source['step']);
  return withoutUndefined({
    name: name === '' ? 'Annotation' : name,
    promql: expr,
    title: textOf(source['titleFormat']),
    text: textOf(source['textFormat']),
    tags: tags && tags.length > 0 ? tags : undefined,
    color: color === 'blue' ? undefined : color,
    step: step === '60s' ? undefined : step,
    enabled: enabled ? undefined : false,
    hidden: hidden || undefined,
  });
}

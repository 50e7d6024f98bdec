import { bareExpression, type PromQlCache, splitComparison } from '@g6/promql';
import type { Alert } from './spec';

/** A threshold of an alert. */
export interface AlertThreshold {
  readonly value: number;
  readonly severity: string | undefined;
  /** On which side of the value the alert fires. */
  readonly fires: 'above' | 'below';
}

/** The thresholds of many alerts, by what the alerts compare with them. */
export class AlertThresholds {
  private readonly known = new Map<string, { place: number; threshold: AlertThreshold }[]>();

  constructor(alerts: readonly Alert[], promql: PromQlCache) {
    alerts.forEach(({ expr, severity }, place) => {
      const comparison = splitComparison(promql.analyze(expr).promql);
      if (!comparison) return;
      const fires = comparison.operator.startsWith('<') ? 'below' : 'above';
      const entry = { place, threshold: { value: comparison.threshold, severity, fires } } as const;
      const compared = bareExpression(comparison.value);
      const others = this.known.get(compared);
      if (others) others.push(entry);
      else this.known.set(compared, [entry]);
    });
  }

  /** The thresholds with which alerts compare any of some expressions, in the order of the alerts. */
  of(exprs: readonly string[]): AlertThreshold[] {
    return [...new Set(exprs.map(bareExpression))]
      .flatMap((expr) => this.known.get(expr) ?? [])
      .sort((left, right) => left.place - right.place)
      .map(({ threshold }) => threshold);
  }
}

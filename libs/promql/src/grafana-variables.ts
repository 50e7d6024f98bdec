/** Grafana's own variables that stand for a duration, longest first so that none hides another. */
const DURATION_VARIABLES =
  /\$(?:__rate_interval|__interval|__range)\b|\$\{__(?:rate_interval|interval|range)\}/g;
/** Grafana's own variables that stand for a number. */
const NUMBER_VARIABLES =
  /\$(?:__rate_interval_ms|__interval_ms|__range_ms|__range_s|__from|__to)\b|\$\{__(?:rate_interval_ms|interval_ms|range_ms|range_s|from|to)\}/g;

/**
 * Replaces Grafana's time variables by literals of the same length, so that the text is PromQL and
 * every position in it still holds.
 */
export function resolveTimeVariables(expr: string): string {
  if (!expr.includes('$')) return expr;
  return expr
    .replace(NUMBER_VARIABLES, (variable) => '1'.padStart(variable.length, '0'))
    .replace(DURATION_VARIABLES, (variable) => '5m'.padStart(variable.length, '0'));
}

import { GRAFANA_WINDOW } from '@g6/promql';
import type { SourceContext } from '../../panel-source';

/** The window of rates: that of the plan, or else the one that Grafana chooses to suit range and scrapes. */
export function windowOf({ plan }: Pick<SourceContext, 'plan'>): string {
  return plan.rateWindow ?? GRAFANA_WINDOW;
}

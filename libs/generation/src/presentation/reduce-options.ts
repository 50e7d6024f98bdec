import type { ReduceDataOptions } from '@grafana/schema';
import type { GrafanaJson } from './grafana-json';

/** Reduces each series to its last value. */
export const LAST_VALUE: GrafanaJson<ReduceDataOptions> = {
  calcs: ['lastNotNull'],
  fields: '',
  values: false,
};

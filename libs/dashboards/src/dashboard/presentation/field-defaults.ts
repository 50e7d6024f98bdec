import type { FieldColor, ThresholdsConfig } from '@grafana/schema';
import type { PanelDraft } from '../panel-draft';
import type { GrafanaJson } from './grafana-json';
import type { FieldDefaults, PanelSettings } from './panel-presentation';

/** Thresholds that never warn: a spec says nothing of good and bad values. */
const NO_THRESHOLDS: GrafanaJson<ThresholdsConfig> = {
  mode: 'absolute',
  steps: [{ color: 'green', value: null }],
};

/** A panel's unit and range with the colours and the custom settings of its type. */
export function fieldDefaults<Custom extends PanelSettings>(
  panel: PanelDraft,
  colorMode: GrafanaJson<FieldColor['mode']>,
  custom: Custom,
): FieldDefaults<Custom> {
  return {
    color: { mode: colorMode },
    custom,
    thresholds: NO_THRESHOLDS,
    ...(panel.unit === null ? {} : { unit: panel.unit }),
    ...(panel.range === undefined ? {} : { min: panel.range.min, max: panel.range.max }),
  };
}

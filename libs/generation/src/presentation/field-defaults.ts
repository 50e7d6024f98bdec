import type { FieldColor, ThresholdsConfig } from '@grafana/schema';
import type { PanelDraft, Threshold } from '../panel-draft';
import type { GrafanaJson } from './panel-presentation';
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
    thresholds: panel.threshold ? thresholdSteps(panel.threshold) : NO_THRESHOLDS,
    ...(panel.unit === null ? {} : { unit: panel.unit }),
    ...(panel.range === undefined ? {} : { min: panel.range.min, max: panel.range.max }),
  };
}

/** Grafana draws a line in the colour of what lies past it, where the other side is transparent. */
function thresholdSteps({ value, fires, color }: Threshold): GrafanaJson<ThresholdsConfig> {
  const [below, above] = fires === 'above' ? ['transparent', color] : [color, 'transparent'];
  return {
    mode: 'absolute',
    steps: [
      { color: below, value: null },
      { color: above, value },
    ],
  };
}

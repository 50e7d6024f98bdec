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
    thresholds: panel.thresholds ? thresholdSteps(panel.thresholds) : NO_THRESHOLDS,
    ...(panel.unit === null ? {} : { unit: panel.unit }),
    ...(panel.range === undefined ? {} : { min: panel.range.min, max: panel.range.max }),
  };
}

/** Grafana draws the line of each step in its colour, so the side on which an alert fires is left open. */
function thresholdSteps(thresholds: readonly Threshold[]): GrafanaJson<ThresholdsConfig> {
  const rising = [...thresholds].sort((a, b) => a.value - b.value);
  return {
    mode: 'absolute',
    steps: [
      { color: 'transparent', value: null },
      ...rising.map(({ color, value }) => ({ color, value })),
    ],
  };
}

import type { PanelLook } from '@g6/model';
import { isJsonObject, type JsonObject } from '../../json-object';
import { mergePatch } from '../../merge-patch';
import type { PanelPresentation } from '../panel-presentation';
import { fieldProperties, statedThresholds } from './field-look';
import type { UidOf } from './links';
import { overridesJson } from './overrides';
import { isSteps } from './thresholds';

const CUSTOM = 'custom.';

/** Presents a panel as its look says; what the look leaves open stays as its type has it. */
export function applyLook(
  panelType: string,
  presentation: PanelPresentation,
  look: PanelLook,
  uidOf: UidOf,
): PanelPresentation {
  const { fieldConfig, options, ...rest } = presentation;
  const { transform, overrides = [] } = look;
  const shown = {
    ...rest,
    fieldConfig: {
      defaults: withProperties(panelType, fieldConfig.defaults, look),
      overrides: [...fieldConfig.overrides, ...overridesJson(overrides, panelType, uidOf)],
    },
    options: mergePatch(withOptions(panelType, options, look), look.options ?? {}),
    ...(transform === undefined
      ? {}
      : { transformations: transform.map(({ id, options: of = {} }) => ({ id, options: of })) }),
  };
  return shown as unknown as PanelPresentation;
}

function withProperties(panelType: string, defaults: object, look: PanelLook): JsonObject {
  const result: JsonObject = { ...defaults };
  const custom: JsonObject = isJsonObject(result['custom']) ? { ...result['custom'] } : {};
  const further = Object.entries(look.properties ?? {}).map(([id, value]) => ({ id, value }));
  for (const { id, value } of [...fieldProperties(look), ...further]) {
    if (!id.startsWith(CUSTOM)) result[id] = value;
    else if (panelType !== 'barchart' || id !== 'custom.stacking') {
      custom[id.slice(CUSTOM.length)] = value;
    }
  }
  const shown = thresholdStyle(panelType, look);
  if (shown !== undefined) custom['thresholdsStyle'] = { mode: shown };
  return 'custom' in result || Object.keys(custom).length > 0 ? { ...result, custom } : result;
}

const WITH_THRESHOLD_LINES = new Set(['timeseries', 'trend', 'barchart']);

/** How a graph draws the thresholds that it was given: as dashed lines, unless the spec says otherwise. */
function thresholdStyle(panelType: string, look: PanelLook): string | undefined {
  const thresholds = statedThresholds(look);
  if (thresholds === undefined || !WITH_THRESHOLD_LINES.has(panelType)) return undefined;
  return (isSteps(thresholds) ? undefined : thresholds.show) ?? 'dashed';
}

function withOptions(panelType: string, options: object, look: PanelLook): JsonObject {
  const { calc, legend_options, tooltip, stack } = look;
  const { legend, tooltip: pointer, reduceOptions } = options as JsonObject;
  return {
    ...options,
    ...(legend_options === undefined ? {} : { legend: legendJson(legend, legend_options) }),
    ...(tooltip === undefined
      ? {}
      : {
          tooltip: {
            ...(pointer as object),
            mode: tooltip,
            ...(tooltip === 'multi' ? {} : { sort: 'none' }),
          },
        }),
    ...(calc === undefined
      ? {}
      : { reduceOptions: { ...(reduceOptions as object), calcs: [calc] } }),
    ...(stack !== undefined && panelType === 'barchart' ? { stacking: stack } : {}),
  };
}

function legendJson(
  legend: unknown,
  { placement, mode, calcs, hidden }: NonNullable<PanelLook['legend_options']>,
): JsonObject {
  const display = mode ?? (calcs === undefined ? undefined : calcs.length > 0 ? 'table' : 'list');
  return {
    ...(legend as object),
    ...(placement === undefined ? {} : { placement }),
    ...(calcs === undefined ? {} : { calcs }),
    ...(display === undefined ? {} : { displayMode: display }),
    ...(hidden === undefined ? {} : { showLegend: !hidden }),
  };
}

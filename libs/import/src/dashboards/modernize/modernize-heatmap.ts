import { toNumber } from '../../documents/raw-part';
import { type JsonObject, objectOf, objectsOf, present, textOf } from '../json-values';
import type { ModernPanel } from './modern-panel';

/** Whether a heatmap has the options of Grafana 8 and older. */
export function isOldHeatmap(panel: JsonObject): boolean {
  const options = objectOf(panel['options']);
  return panel['dataFormat'] !== undefined && options['color'] === undefined;
}

/** Brings the options of an old heatmap to today's. */
export function modernizeHeatmap(panel: JsonObject): ModernPanel {
  const cards = objectOf(panel['cards']);
  const legend = objectOf(panel['legend']);
  const tooltip = objectOf(panel['tooltip']);
  const yAxis = objectOf(panel['yAxis']);
  const isBuckets = panel['dataFormat'] === 'tsbuckets';
  return {
    type: 'heatmap',
    defaults: objectOf(objectOf(panel['fieldConfig'])['defaults']),
    overrides: objectsOf(objectOf(panel['fieldConfig'])['overrides']),
    options: present({
      calculate: !isBuckets,
      calculation: isBuckets ? {} : calculationOf(panel, yAxis),
      color: colorOf(objectOf(panel['color'])),
      cellGap: toNumber(cards['cardPadding']) ?? 2,
      cellRadius: toNumber(cards['cardRound']),
      cellValues: present({ decimals: toNumber(panel['tooltipDecimals']) }),
      yAxis: axisOf(panel, yAxis),
      rowsFrame: { layout: layoutOf(panel['yBucketBound']) },
      showValue: 'never',
      legend: { show: legend['show'] === true },
      tooltip: {
        mode: tooltip['show'] === false ? 'none' : 'single',
        yHistogram: tooltip['showHistogram'] === true,
        showColorScale: false,
      },
      exemplars: { color: 'rgba(255,0,255,0.7)' },
      filterValues: panel['hideZeroBuckets'] === true ? { le: 1e-9 } : {},
    }),
    transformations: objectsOf(panel['transformations']),
    lost: [],
  };
}

function axisOf(panel: JsonObject, yAxis: JsonObject): JsonObject {
  return present({
    axisPlacement: yAxis['show'] === false ? 'hidden' : 'left',
    reverse: panel['reverseYBuckets'] === true,
    axisWidth: toNumber(yAxis['width']),
    min: toNumber(yAxis['min']),
    max: toNumber(yAxis['max']),
    unit: textOf(yAxis['format']),
    decimals: toNumber(yAxis['decimals']),
  });
}

function calculationOf(panel: JsonObject, yAxis: JsonObject): JsonObject {
  const log = toNumber(yAxis['logBase']) ?? 1;
  return present({
    xBuckets: bucketsOf(panel['xBucketSize'], panel['xBucketNumber']),
    yBuckets:
      log > 1
        ? { scale: { type: 'log', log } }
        : bucketsOf(panel['yBucketSize'], panel['yBucketNumber']),
  });
}

function bucketsOf(size: unknown, count: unknown): JsonObject | undefined {
  const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';
  if (isGiven(size)) return { mode: 'size', value: String(size) };
  return isGiven(count) ? { mode: 'count', value: String(count) } : undefined;
}

function layoutOf(bound: unknown): string {
  const layouts: Readonly<Record<string, string>> = { upper: 'le', lower: 'ge', middle: 'unknown' };
  return layouts[textOf(bound) ?? ''] ?? 'auto';
}

function colorOf(color: JsonObject): JsonObject {
  const range = { min: toNumber(color['min']), max: toNumber(color['max']) };
  const fill = textOf(color['cardColor']);
  if (color['mode'] === 'opacity') {
    const scale = color['colorScale'] === 'linear' ? 'linear' : 'exponential';
    const exponent = toNumber(color['exponent']) ?? 0.5;
    return present({ mode: 'opacity', fill, scale, exponent, steps: 128, ...range });
  }
  const scheme = textOf(color['colorScheme'])?.replace(/^interpolate/, '') ?? 'Oranges';
  const { name, reverse } = { name: scheme, reverse: false };
  return present({ mode: 'scheme', scheme: name, reverse, fill, steps: 128, ...range });
}

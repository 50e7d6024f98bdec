import { objectOf, objectsOf, type ReadJson } from '@g6/dashboard-files';
import type { JsonObject } from '@g6/generation';
import { isSame } from '../normal/strip-defaults';
import type { PanelEdit, PanelToPull } from './panel-edits';

/** A step as a spec or plan has it; the base has no value. */
interface Step {
  readonly value?: number;
  readonly color: string;
}

/** What to write for thresholds: values where they are written, or else the whole list of steps. */
export function thresholdEdits({ entry, generated, live }: Omit<PanelToPull, 'bare'>): PanelEdit[] {
  const [ours, theirs] = [stepsOf(generated), stepsOf(live)];
  if (isSame(ours, theirs) || theirs.length === 0) return [];
  const { thresholds } = entry;
  const colorsStay = isSame(
    ours.map(({ color }) => color),
    theirs.map(({ color }) => color),
  );
  const inPlace = colorsStay ? valueEdits(thresholds, ours, theirs) : undefined;
  if (inPlace) return inPlace;
  const { steps } = objectOf(thresholds);
  if (Array.isArray(steps)) return [{ path: ['thresholds', 'steps'], value: theirs }];
  if (Array.isArray(thresholds)) return [{ path: ['thresholds'], value: theirs }];
  // Steps alone would be drawn across a graph.
  const { show } = objectOf(thresholds);
  const drawn = show ?? drawnAs(live);
  return [
    {
      path: ['thresholds'],
      value: drawn === undefined ? theirs : { steps: theirs, show: drawn },
    },
  ];
}

/** The edits of single values; undefined if the form of the thresholds has no place for each. */
function valueEdits(
  thresholds: unknown,
  ours: readonly Step[],
  theirs: readonly Step[],
): PanelEdit[] | undefined {
  const { steps, warning, critical } = objectOf(thresholds);
  const changed = ours.flatMap(({ value }, index) => {
    const now = theirs[index]?.value;
    return value === now ? [] : [{ index, before: value, now }];
  });
  if (changed.some(({ before, now }) => before === undefined || now === undefined))
    return undefined;
  const list = Array.isArray(steps) ? steps : thresholds;
  if (Array.isArray(list) && list.length === ours.length) {
    const at = Array.isArray(steps) ? ['thresholds', 'steps'] : ['thresholds'];
    return changed.map(({ index, now }) => ({ path: [...at, index, 'value'], value: now }));
  }
  const names = { warning, critical };
  const edits = changed.map(({ before, now }) => {
    const name = (['warning', 'critical'] as const).find((one) => names[one] === before);
    return name === undefined ? undefined : { path: ['thresholds', name], value: now };
  });
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

function stepsOf(panel: JsonObject): Step[] {
  const { thresholds } = objectOf(objectOf(panel['fieldConfig'])['defaults']);
  return objectsOf(objectOf(thresholds)['steps']).map(({ value, color }: ReadJson) => ({
    ...(typeof value === 'number' ? { value } : {}),
    color: String(color),
  }));
}

/** How a graph draws its thresholds; undefined for a panel that draws none. */
function drawnAs(panel: JsonObject): unknown {
  const { custom } = objectOf(objectOf(panel['fieldConfig'])['defaults']);
  const { mode } = objectOf(objectOf(custom)['thresholdsStyle']);
  return panel['type'] === 'timeseries' ? (mode ?? 'off') : undefined;
}

import type { Variables } from '../interpolate';
import { type Panel, type Section, sectionsOf } from './dashboard-model';
import { chosenOptions, type ResolvedVariable } from './variables';

/** A panel at its place, and the variables that it sees. */
export interface PlacedPanel {
  readonly key: string;
  readonly panel: Panel;
  readonly variables: Variables;
}

/** A section with its panels, and the variables that its title sees. */
export interface PlacedSection extends Omit<Section, 'panels'> {
  readonly variables: Variables;
  readonly panels: readonly PlacedPanel[];
}

/** The columns of Grafana's grid. */
const COLUMNS = 24;

/** The values that a repetition over a variable stands for; none if there is no such variable. */
type Values = (name: string) => readonly { readonly value: string; readonly scope: Variables }[];

/**
 * The sections of a dashboard. A row or panel that repeats is drawn once for each value that is
 * chosen of its variable, as Grafana does; its titles and queries then see that value only.
 */
export function placeSections(
  panels: readonly Panel[],
  resolved: readonly ResolvedVariable[],
  variables: Variables,
): PlacedSection[] {
  const values: Values = (name) => {
    const repeated = resolved.find(({ variable }) => variable.name === name);
    return (repeated ? chosenOptions(repeated) : []).map(({ text, value }) => {
      return { value, scope: { [name]: { values: [value], texts: [text], isList: true } } };
    });
  };
  return sectionsOf(panels).flatMap((section) =>
    repetitions(section.repeat, values).map(({ suffix, scope }) => {
      const seen = { ...variables, ...scope };
      const places = placePanels(section.panels, values, section.repeat);
      return {
        ...section,
        key: `${section.key}${suffix}`,
        variables: suffix === '' ? variables : seen,
        panels: places.map(({ key, panel, scope: own }) => {
          const sees = { ...seen, ...own };
          const isOwn = suffix !== '' || Object.keys(own).length > 0;
          return { key: `${key}${suffix}`, panel, variables: isOwn ? sees : variables };
        }),
      };
    }),
  );
}

/** A repetition for each value; one without a value if nothing repeats or there are no values. */
function repetitions(name: string | undefined, values: Values) {
  const found = name === undefined ? [] : values(name);
  if (found.length === 0) return [{ suffix: '', scope: {} }];
  return found.map(({ value, scope }) => ({ suffix: ` ${value}`, scope }));
}

interface Place {
  readonly key: string;
  readonly panel: Panel;
  readonly scope: Variables;
}

/** Places the panels of a section; what a repeated panel needs the place of moves down. */
function placePanels(
  panels: readonly Panel[],
  values: Values,
  rowRepeats: string | undefined,
): Place[] {
  if (panels.every(({ repeat }) => repeat === undefined)) {
    return panels.map((panel) => ({ key: String(panel.id), panel, scope: {} }));
  }
  const inOrder = [...panels].sort(
    (a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x,
  );
  const taken: GridPlace[] = [];
  return inOrder.flatMap((panel) => {
    // The row has fixed the value already.
    const name = panel.repeat === rowRepeats ? undefined : panel.repeat;
    return repetitions(name, values).map(({ suffix, scope }, i, { length }) => {
      const wanted = suffix === '' ? panel.gridPos : repeatedPlace(panel, i, length);
      const gridPos = freePlace(wanted, taken);
      taken.push(gridPos);
      const isMoved = suffix !== '' || gridPos.y !== panel.gridPos.y;
      return {
        key: `${panel.id}${suffix}`,
        panel: isMoved ? { ...panel, gridPos } : panel,
        scope,
      };
    });
  });
}

type GridPlace = Panel['gridPos'];

/** The place of one repetition: in columns of equal width, or below the one before it. */
function repeatedPlace(panel: Panel, i: number, count: number): GridPlace {
  const { gridPos, repeatDirection = 'h', maxPerRow = 4 } = panel;
  if (repeatDirection === 'v') return { ...gridPos, y: gridPos.y + i * gridPos.h };
  const perRow = Math.max(1, Math.min(count, maxPerRow));
  const w = Math.floor(COLUMNS / perRow);
  return { ...gridPos, w, x: (i % perRow) * w, y: gridPos.y + Math.floor(i / perRow) * gridPos.h };
}

/** The first place at or below a place that overlaps no other. */
function freePlace(wanted: GridPlace, taken: readonly GridPlace[]): GridPlace {
  const { x, w, h } = wanted;
  let { y } = wanted;
  const isBeside = (other: GridPlace) => x < other.x + other.w && other.x < x + w;
  const above = taken.filter(isBeside).sort((a, b) => a.y - b.y);
  for (const other of above) {
    if (y < other.y + other.h && other.y < y + h) y = other.y + other.h;
  }
  return { ...wanted, y };
}

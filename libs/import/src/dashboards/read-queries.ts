import { toNumber, type RawPart } from '../documents/raw-part';
import { type Datasources, isPrometheus } from './datasources';
import type { Foreign, FoundQuery } from './found-dashboard';
import { objectOf, textOf } from './json-values';

/** The queries of a panel to Prometheus, and the datasources that its other queries ask. */
export interface QueriesReading {
  readonly queries: readonly FoundQuery[];
  readonly foreign: readonly Foreign[];
}

/** Reads the queries of a panel; one without a `refId` takes the next letter that is free. */
export function readQueries(panel: RawPart, datasources: Datasources): QueriesReading {
  const own = datasources.resolve(panel.at('datasource').value);
  const targets = panel.items('targets').filter(({ isMapping }) => isMapping);
  const taken = new Set(targets.map((target) => target.text('refId')));
  const foreign = new Map<string, Foreign>();
  const queries = targets.flatMap((target) => {
    const named = target.at('datasource');
    const ref = named.isPresent ? datasources.resolve(named.value) : own;
    const isForeign = !isPrometheus(ref.isMixed ? { isMixed: false } : ref);
    const expr = target.text('expr') ?? '';
    if (isForeign) {
      const name = ref.plugin ?? ref.name ?? 'unknown';
      // Grafana gives a panel without queries one to itself.
      if (ref.plugin !== 'grafana' && ref.plugin !== 'datasource') {
        foreign.set(name, { kind: 'datasource', name });
      }
      return [];
    }
    if (expr.trim() === '') return [];
    return [readQuery(target, expr, target.text('refId') ?? nextRefId(taken))];
  });
  return { queries, foreign: [...foreign.values()] };
}

function readQuery(target: RawPart, expr: string, refId: string): FoundQuery {
  const source = objectOf(target.value);
  const legend = target.text('legendFormat');
  const interval = textOf(source['interval']);
  const intervalFactor = toNumber(source['intervalFactor']) ?? 1;
  const instant = source['instant'] === true;
  return {
    refId,
    expr,
    ...(legend === undefined ? {} : { legend }),
    instant,
    range: instant ? source['range'] === true : true,
    format: textOf(source['format']) ?? 'time_series',
    hide: source['hide'] === true,
    exemplar: source['exemplar'] === true,
    ...(interval === undefined ? {} : { interval }),
    ...(intervalFactor === 1 ? {} : { intervalFactor }),
    place: target.at('expr').place,
  };
}

/** The first of A, B, …, Z, AA, … that no query has. */
function nextRefId(taken: Set<string | undefined>): string {
  for (let index = 0; ; index += 1) {
    const letter = String.fromCharCode(65 + (index % 26));
    const refId = index < 26 ? letter : letter + String(Math.floor(index / 26));
    if (taken.has(refId)) continue;
    taken.add(refId);
    return refId;
  }
}

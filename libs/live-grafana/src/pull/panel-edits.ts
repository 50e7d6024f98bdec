import { objectOf, objectsOf, type ReadJson } from '@g6/dashboard-files';
import type { JsonObject } from '@g6/generation';
import { isSame } from '../normal/strip-defaults';
import { thresholdEdits } from './threshold-edits';

/** A key of a panel in a spec or plan, and the value that it gets. */
export interface PanelEdit {
  /** From the panel. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** A panel as it is written, as it is generated from that, and as Grafana has it. */
export interface PanelToPull {
  readonly entry: ReadJson;
  readonly generated: JsonObject;
  readonly live: JsonObject;
  /** An expression of Grafana as a spec or plan has it: without the filters that a dashboard injects. */
  readonly bare: (expr: string) => string;
}

/** What to write for the parts of an edit that have keys of their own; the rest is for a merge patch. */
export function panelEdits(panel: PanelToPull): PanelEdit[] {
  const { generated, live } = panel;
  return [
    ...textEdit('title', generated['title'], live['title']),
    ...textEdit('description', generated['description'], live['description']),
    ...queryEdits(panel),
    ...fieldEdits(fieldsOf(generated), fieldsOf(live)),
    ...thresholdEdits(panel),
  ];
}

/** The keys of the field configuration by those of a panel, where a value is all there is to say. */
const FIELD_KEYS = { decimals: 'decimals', min: 'min', max: 'max', noValue: 'no_value' } as const;

function fieldEdits(ours: ReadJson, theirs: ReadJson): PanelEdit[] {
  const unit = isSame(ours['unit'] ?? '', theirs['unit'] ?? '')
    ? []
    : [{ path: ['unit'], value: theirs['unit'] ?? 'none' }];
  const others = Object.entries(FIELD_KEYS).flatMap(([key, name]) => {
    const value = theirs[key];
    const isSaid = value !== undefined && value !== null && value !== '';
    return isSaid && !isSame(ours[key], value) ? [{ path: [name], value }] : [];
  });
  return [...unit, ...others];
}

/** Queries are told apart by their order; one that comes or goes is for a person to write. */
function queryEdits({ entry, generated, live, bare }: PanelToPull): PanelEdit[] {
  const [ours, theirs] = [objectsOf(generated['targets']), objectsOf(live['targets'])];
  if (ours.length !== theirs.length) return [];
  const isList = Array.isArray(entry['queries']);
  return ours.flatMap((query, index) => {
    const at = isList ? ['queries', index] : [];
    const other = theirs[index] ?? {};
    const { expr } = other;
    const isAsked = typeof expr === 'string' && expr !== query['expr'];
    const legend = other['legendFormat'] ?? '';
    return [
      ...(isAsked ? [{ path: [...at, 'promql'], value: bare(expr) }] : []),
      ...(legend === (query['legendFormat'] ?? '')
        ? []
        : [{ path: [...at, 'legend'], value: legend }]),
    ];
  });
}

function textEdit(key: string, ours: unknown, theirs: unknown): PanelEdit[] {
  if ((ours ?? '') === (theirs ?? '') || typeof theirs !== 'string') return [];
  return [{ path: [key], value: theirs }];
}

/** The defaults of the fields of a panel. */
export function fieldsOf(panel: JsonObject): ReadJson {
  return objectOf(objectOf(panel['fieldConfig'])['defaults']);
}

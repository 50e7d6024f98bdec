import type { WrittenLink, WrittenOverride } from '@g6/model';
import type { JsonObject } from '../../json-object';
import { type FieldProperty, fieldProperties, one } from './field-look';
import { linkJson, type UidOf } from './links';

/** Turns overrides into Grafana's: a matcher, and the properties of the fields that it finds. */
export function overridesJson(
  overrides: readonly WrittenOverride[],
  panelType: string,
  uidOf: UidOf,
): JsonObject[] {
  return overrides.map((override) => ({
    matcher: matcherJson(override.match),
    properties: propertiesOf(override, panelType, uidOf),
  }));
}

function matcherJson(match: WrittenOverride['match']): JsonObject {
  const { field, regex, query, type, id, options } = match;
  if (id !== undefined) return options === undefined ? { id } : { id, options };
  if (Array.isArray(field)) {
    return { id: 'byNames', options: { mode: 'include', names: field, readOnly: true } };
  }
  if (field !== undefined) return { id: 'byName', options: field };
  if (regex !== undefined) return { id: 'byRegexp', options: regex };
  if (query !== undefined) return { id: 'byFrameRefID', options: query };
  return { id: 'byType', options: type };
}

function propertiesOf(override: WrittenOverride, panelType: string, uidOf: UidOf): FieldProperty[] {
  const { title, unit, links, hide, width, align, properties = {} } = override;
  return [
    ...one('displayName', title),
    ...one('unit', unit),
    ...fieldProperties(override),
    ...one(
      'links',
      links?.map((link: WrittenLink) => linkJson(link, uidOf)),
    ),
    ...hidden(hide, panelType),
    ...one('custom.width', width),
    ...one('custom.align', align),
    ...Object.entries(properties).map(([id, value]) => ({ id, value })),
  ];
}

function hidden(hide: WrittenOverride['hide'], panelType: string): FieldProperty[] {
  if (hide === undefined) return [];
  if (panelType === 'table') return one('custom.hidden', hide !== false);
  const parts = Array.isArray(hide) ? hide : hide ? ['legend', 'tooltip', 'graph'] : [];
  const value = {
    legend: parts.includes('legend'),
    tooltip: parts.includes('tooltip'),
    viz: parts.includes('graph'),
  };
  return one('custom.hideFrom', value);
}

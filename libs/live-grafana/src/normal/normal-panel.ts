import { isJsonObject, type JsonObject } from '@g6/generation';
import { PANEL_DEFAULTS, QUERY_DEFAULTS } from './known-defaults';
import { EDITOR_KEYS, PANEL_KEYS, SERVER_PANEL_KEYS } from './known-keys';
import { TYPE_DEFAULTS } from './panel-type-defaults';
import {
  compact,
  dropKeys,
  isNothing,
  isSame,
  stripDefaults,
  stripUnknown,
} from './strip-defaults';

/** A panel as it is compared; see `normalDashboard`. */
export function normalPanel(panel: JsonObject, metaKey: string): JsonObject {
  const { targets, fieldConfig, options, libraryPanel, panels, ...rest } = dropKeys(
    panel,
    new Set([...SERVER_PANEL_KEYS, metaKey]),
  );
  const type = typeof panel['type'] === 'string' ? panel['type'] : '';
  const own = stripUnknown(compact(rest) as JsonObject, (key) => PANEL_KEYS.has(key));
  const parts = {
    targets: objectsIn(targets).map((target) => normalQuery(target, panel['datasource'], type)),
    fieldConfig: normalFields(fieldConfig, type),
    options: normalOptions(options, type),
    // Of a panel of the library, Grafana fills in everything but its name.
    libraryPanel: isJsonObject(libraryPanel)
      ? { name: libraryPanel['name'], uid: libraryPanel['uid'] }
      : undefined,
    panels: objectsIn(panels).map((inner) => normalPanel(inner, metaKey)),
    transformations: objectsIn(own['transformations']).map((step) =>
      stripDefaults(step, { disabled: false }),
    ),
  };
  const shown = Object.entries(parts).filter(([, value]) => !isNothing(value));
  return {
    ...dropKeys(stripDefaults(own, PANEL_DEFAULTS), new Set(['transformations'])),
    ...Object.fromEntries(shown),
  };
}

function normalQuery(target: JsonObject, datasource: unknown, type: string): JsonObject {
  const bare = compact(dropKeys(target, EDITOR_KEYS)) as JsonObject;
  // A query that names the datasource of its panel says nothing new.
  const own = isSame(bare['datasource'], datasource) ? dropKeys(bare, DATASOURCE) : bare;
  // A table takes the last values, so that nothing of its defaults may be taken for granted.
  const defaults = type === 'table' ? {} : QUERY_DEFAULTS;
  return stripDefaults(own, { ...defaults, exemplar: false, hide: false });
}

const DATASOURCE = new Set(['datasource']);

function normalFields(fieldConfig: unknown, type: string): JsonObject {
  const { defaults, overrides } = compactObject(fieldConfig);
  const { custom, ...field } = isJsonObject(defaults) ? defaults : {};
  const known = TYPE_DEFAULTS[type];
  const usual = known?.custom ?? {};
  const ownCustom = offUnlessKnown(stripDefaults(isJsonObject(custom) ? custom : {}, usual));
  const own = {
    ...stripDefaults(field, known?.field ?? {}),
    ...(isNothing(ownCustom) ? {} : { custom: ownCustom }),
  };
  return {
    ...(isNothing(own) ? {} : { defaults: own }),
    ...(isNothing(overrides) ? {} : { overrides }),
  };
}

function normalOptions(options: unknown, type: string): JsonObject {
  return offUnlessKnown(stripDefaults(compactObject(options), TYPE_DEFAULTS[type]?.options ?? {}));
}

/** Switches whose absence is not the same as off. */
const SWITCHES = new Set([
  ...['axisGridShow', 'gradient', 'mergeValues', 'showHeader', 'showThresholdMarkers'],
  ...['showUnfilled', 'sparkline', 'wideLayout'],
]);

/** Without switches that are off, and that no schema of today has on. */
function offUnlessKnown(object: JsonObject): JsonObject {
  return stripUnknown(object, (key) => SWITCHES.has(key) || object[key] !== false);
}

function compactObject(value: unknown): JsonObject {
  return isJsonObject(value) ? (compact(value) as JsonObject) : {};
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isJsonObject) : [];
}

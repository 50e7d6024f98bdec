/** Every name that the generator emits and no workspace sets; the others are in `SETTINGS`. */
import { SETTINGS } from '@g6/settings';

/** The key of our metadata in dashboards and panels; the only one outside Grafana's schema. */
export const META_KEY = SETTINGS.metaKey.default;

/** Name of the datasource variable. */
export const DATASOURCE_VARIABLE = 'datasource';
/** Plugin id of the datasource that every query goes to. */
export const DATASOURCE_TYPE = 'prometheus';

/** Version of the generation semantics; raised when the output would drift broadly. */
export const GENERATOR_VERSION = '1.0.0';
/** Grafana's dashboard schema version that the output is written for. */
export const SCHEMA_VERSION = 42;

/** Title of the table of alerts. */
export const ALERTS_TITLE = 'Spec Alerts Overview';
/** Title of the table that counts recorded and inline quantiles. */
export const RULE_USAGE_TITLE = 'Recording Rule Usage Summary';
/** Title of the row above the efficiency panels. */
export const EFFICIENCY_ROW_TITLE = 'Efficiency & Latency Diagnostics';
/** Title of the row above the previews of alerts. */
export const ALERT_PREVIEW_ROW_TITLE = 'Alert preview';
/** `g6_meta.group` of the efficiency panels. */
export const EFFICIENCY_GROUP = 'efficiency';
/** The slug whose dashboard carries the rule usage summary. */
export const GOVERNANCE_SLUG = 'governance';
/** Name of the annotation layer that marks firing alerts. */
export const ALERT_ANNOTATION = 'Alerts firing';
/** Text of the drop-down that links to the other dashboards. */
export const SIBLINGS_LINK = 'Dashboards';

/** Past this many alerts on one dashboard, a text panel takes over from the live table. */
export const MOST_LIVE_ALERTS = 100;
/** The percentiles that every histogram gets a panel for. */
export const QUANTILES: readonly number[] = [95, 99];

/** File name of the manifest in the output folder. */
export const MANIFEST_FILE = 'manifest.json';
/** Slugs that the workspace itself needs: a project's name and the manifest's file name. */
export const RESERVED_SLUGS: readonly string[] = ['dashboards', 'manifest'];

import {
  defaultAnnotationQuery,
  defaultDashboard,
  defaultDashboardLink,
  defaultPanel,
  defaultTableOptions,
  defaultVariableModel,
} from '@grafana/schema';
import {
  ANNOTATION_DEFAULTS,
  DASHBOARD_DEFAULTS,
  LINK_DEFAULTS,
  PANEL_DEFAULTS,
  VARIABLE_DEFAULTS,
} from './known-defaults';
import { TYPE_DEFAULTS } from './panel-type-defaults';
import { isNothing } from './strip-defaults';

/** Defaults that say something: without empty lists, which are the same as none anyway. */
function telling(defaults: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(defaults).filter(([key, value]) => !isNothing(value) && key !== 'schemaVersion'),
  );
}

describe('the defaults that are known', () => {
  it.each<[string, object, object]>([
    ['a dashboard', DASHBOARD_DEFAULTS, defaultDashboard],
    ['a panel', PANEL_DEFAULTS, defaultPanel],
    ['a variable', VARIABLE_DEFAULTS, defaultVariableModel],
    ['an annotation', ANNOTATION_DEFAULTS, defaultAnnotationQuery],
    ['a link', LINK_DEFAULTS, defaultDashboardLink],
    ['a table', TYPE_DEFAULTS['table']?.options ?? {}, defaultTableOptions],
  ])('of %s are those that Grafana publishes', (_of, known, published) => {
    expect(Object.keys(telling(published))).not.toEqual([]);
    expect(known).toMatchObject(telling(published));
  });
});

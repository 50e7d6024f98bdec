import type { Lint } from '../lint';

/** A panel that ignores the variable would not follow when a reader chooses another datasource. */
export const panelDatasource: Lint = {
  name: 'panel-datasource',
  severity: 'warning',
  description:
    "Every panel with queries uses the dashboard's datasource variable, or the one that `datasourceUid` fixes.",
  check: ({ dashboards, datasourceUid }) =>
    dashboards.flatMap(({ slug, variables, panels }) => {
      const allowed =
        datasourceUid === undefined
          ? variables.filter(({ type }) => type === 'datasource').map(({ name }) => `\${${name}}`)
          : [datasourceUid];
      if (allowed.length === 0) return [];
      return panels
        .filter((panel) => panel.queries.length > 0)
        .flatMap((panel) => {
          const uids = [panel, ...panel.queries].map(({ datasource }) => datasource?.uid ?? '');
          const other = uids.find((uid) => !allowed.includes(uid));
          if (other === undefined) return [];
          const asked = other === '' ? 'no datasource' : `the datasource "${other}"`;
          const message = `the panel "${panel.title}" of "${slug}" asks ${asked} instead of ${allowed.join(' or ')}`;
          return [{ place: panel.place, slug, message }];
        });
    }),
};

import { META_KEY } from '@g6/model';
import type { Exported, ExportContent, FormContext } from '../export-content';
import { lostProblems } from '../lost';
import { dashboardPerses, persesPanelName } from '../perses/dashboard-perses';
import { yamlText } from '../yaml-text';
import { panelNotes, uidOf, withNotes } from './grafana-resource';

const DEFAULT_PROJECT = 'g6';

/** Writes dashboards of Perses; what has no counterpart there is reported. */
export function writePerses(
  { dashboards }: ExportContent,
  { settings: { project = DEFAULT_PROJECT } }: FormContext,
): Exported {
  const written = dashboards.map((dashboard) => {
    const { slug, json } = dashboard;
    const { spec, lost } = dashboardPerses(dashboard);
    const resource = {
      kind: 'Dashboard',
      metadata: { name: uidOf(dashboard), project },
      spec,
    };
    const file = { path: `${uidOf(dashboard)}.yaml`, text: yamlText(resource) };
    const notes = { dashboard: json[META_KEY], ...panelNotes(dashboard, persesPanelName) };
    return { files: withNotes(slug, file, notes), problems: lostProblems(slug, 'Perses', lost) };
  });
  return {
    files: written.flatMap(({ files }) => files),
    problems: written.flatMap(({ problems }) => problems),
  };
}

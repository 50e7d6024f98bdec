import { classicJson } from '@g6/dashboard-files';
import { placelessProblem, type Problem } from '@g6/problems';
import type { Exported, ExportContent, FormContext } from '../export-content';
import type { Folders } from '../folders';
import { kubernetesName, nameCollisions } from '../kubernetes-names';
import { yamlText } from '../yaml-text';
import { uidOf, withNotes } from './grafana-resource';
import { kubernetesMetadata } from './kubernetes';

/** What Kubernetes takes as the data of a ConfigMap, in bytes. */
const LARGEST_DATA = 1024 * 1024;
/** The label by which the sidecar of Grafana's Helm chart finds dashboards. */
const SIDECAR_LABEL = { grafana_dashboard: '1' };

/** Writes a ConfigMap for each dashboard, which a sidecar puts where Grafana reads files. */
export function writeConfigMaps(
  { dashboards }: ExportContent,
  { settings, metaKey }: FormContext,
  folders: Folders,
): Exported {
  const written = dashboards.map((dashboard) => {
    const { slug } = dashboard;
    const uid = uidOf(dashboard);
    const name = kubernetesName(uid);
    const folder = folders.of(dashboard);
    const json = classicJson(dashboard.json, metaKey);
    const resource = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        ...kubernetesMetadata(name, settings, SIDECAR_LABEL),
        ...(folder ? { annotations: { grafana_folder: folder.titles.join('/') } } : {}),
      },
      data: { [`${uid}.json`]: json },
    };
    const file = { path: `${name}.yaml`, text: yamlText(resource) };
    return { files: withNotes(slug, file, undefined), problems: sizeProblems(slug, json) };
  });
  return {
    files: written.flatMap(({ files }) => files),
    problems: [
      ...nameCollisions(dashboards, kubernetesName, 'Kubernetes'),
      ...written.flatMap(({ problems }) => problems),
    ],
  };
}

function sizeProblems(slug: string, json: string): Problem[] {
  const size = new TextEncoder().encode(json).length;
  if (size < LARGEST_DATA) return [];
  const message = `a ConfigMap holds less than 1 MiB, and this dashboard has ${size} bytes`;
  const hint = 'split its plan, or use another format: operator, git-sync';
  return [placelessProblem(slug, 'export-too-large', message, hint)];
}

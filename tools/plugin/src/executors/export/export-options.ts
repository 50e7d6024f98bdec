import { API_VERSIONS, EXPORT_FORMATS } from '@g6/dashboards';
import { settingsWith } from '@g6/settings';
import { choice, text } from '../option-properties';

const EVERY = settingsWith('executors', 'every');

/** The options of the executor `export`. */
export const EXPORT_OPTIONS = {
  title: 'Export dashboards',
  settings: [...EVERY.filter((key) => key !== 'output'), 'plans'],
  takesOtherSettings: true,
  options: {
    format: choice(EXPORT_FORMATS, 'Form of the files.'),
    out: text('Folder to write to, from the workspace root, one for each format.'),
    folder: text('Folder in Grafana of dashboards whose plan names none; default none.'),
    apiVersion: choice(API_VERSIONS, 'Version of the resources; default v1.'),
    labels: text('Labels of Kubernetes resources, as in --labels=release=prometheus,team=bus.'),
    namespace: text('Namespace of Kubernetes resources; default none.'),
    instanceSelector: text(
      'Labels of the Grafana that the operator fills; default dashboards=grafana.',
    ),
    resyncPeriod: text('How often the operator looks for changes; default 10m0s.'),
    perses: text('Project of Perses; default g6.'),
  },
  required: ['format', 'out'],
  examples: [
    {
      command: 'nx run dashboards:export --format=configmap --out=deploy/dashboards',
      description: 'Writes a ConfigMap for each dashboard',
    },
  ],
} as const;

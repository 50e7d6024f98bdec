import { GRAFANA_APIS, GUARDED_STATES } from '@g6/dashboards';
import { settingsWith } from '@g6/settings';
import { choice, flag, type Property, text } from '../option-properties';

const EVERY = settingsWith('executors', 'every');

/** What every executor that talks to a Grafana has. */
const LIVE = {
  settings: [...EVERY.filter((key) => key !== 'output'), 'plans'],
  takesOtherSettings: true,
} as const;

const LIVE_PROPERTIES = {
  grafana: text('Address of Grafana, with the path that it is served at.'),
  tokenEnv: text('Environment variable that holds the token; default GRAFANA_TOKEN.'),
  tokenFile: text('File that holds the token, from the workspace root.'),
  slug: text(
    'Slugs of the dashboards, separated by commas and without blanks; default those of all plans.',
  ),
  folder: text('Folder of dashboards whose plan names none; default none.'),
  folderUid: text('The same by its uid; the folder has to be there.'),
  api: choice(GRAFANA_APIS, 'API of Grafana; default the newest that it has.'),
  namespace: text('Namespace of the organisation; default default.'),
  cert: text('Client certificate, PEM, from the workspace root.'),
  key: text('Key of the client certificate, PEM, from the workspace root.'),
  ca: text('Further certificate authority to trust, PEM, from the workspace root.'),
} satisfies Record<string, Property>;

/** The options of the executor `diff`. */
export const DIFF_OPTIONS = {
  title: 'Compare dashboards with a live Grafana',
  ...LIVE,
  options: { ...LIVE_PROPERTIES, json: flag('Print the outcome as JSON.') },
  examples: [
    {
      command: 'nx run dashboards:diff --grafana=https://grafana.example.org',
      description: 'Compares all dashboards with those of a Grafana',
    },
  ],
} as const;

/** The options of the executor `push`. */
export const PUSH_OPTIONS = {
  title: 'Write dashboards to a live Grafana',
  ...LIVE,
  options: {
    ...LIVE_PROPERTIES,
    overwrite: text(
      `States that are overwritten all the same, separated by commas: ${GUARDED_STATES.join(', ')}.`,
    ),
    prune: flag('Remove dashboards that were pushed and that no plan asks for.'),
    message: text('For the history of the dashboards; default the git revision.'),
    dryRun: flag('Say what would be done, and write nothing.'),
    json: flag('Print the outcome as JSON.'),
  },
  examples: [
    {
      command: 'nx run dashboards:push --grafana=https://grafana.example.org --dryRun',
      description: 'Says what a push would write',
    },
  ],
} as const;

/** The options of the executor `pull`. */
export const PULL_OPTIONS = {
  title: 'Bring edits in Grafana back',
  ...LIVE,
  options: {
    ...LIVE_PROPERTIES,
    overwriteConflicts: flag('Take what Grafana has where both sides changed, too.'),
    dryRun: flag('Print a diff, and write nothing.'),
    json: flag('Print the outcome as JSON.'),
  },
  examples: [
    {
      command: 'nx run dashboards:pull --grafana=https://grafana.example.org --dryRun',
      description: 'Shows what a pull would write to the spec and the plans',
    },
  ],
} as const;

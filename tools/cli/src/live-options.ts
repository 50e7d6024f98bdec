import { type Command, Option } from 'commander';
import {
  GRAFANA_APIS,
  type GrafanaApiName,
  type GrafanaOptions,
  type LiveRequest,
} from '@g6/dashboards';
import { type CommonOptions, requestOf } from './common-options';
import { RequiredOption } from './option-values';
import { durationOption, pathOption } from './server-options';
import type { Terminal } from './terminal';

/** The options of every command that talks to a Grafana. */
export interface LiveOptions extends CommonOptions {
  readonly grafana: string;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly folder?: string;
  readonly folderUid?: string;
  readonly api?: GrafanaApiName;
  readonly namespace?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly ca?: string;
  readonly timeout: number;
}

/** Adds them. */
export function addLiveOptions(command: Command): Command {
  return command
    .addOption(
      new RequiredOption(
        '--grafana <url>',
        'address of Grafana, with the path that it is served at',
      ),
    )
    .option(
      '--token-env <name>',
      'environment variable that holds the token (default: GRAFANA_TOKEN)',
    )
    .addOption(pathOption('--token-file <file>', 'file that holds the token').conflicts('tokenEnv'))
    .option('--folder <title>', 'folder of dashboards whose plan names none')
    .option('--folder-uid <uid>', 'the same by its uid; the folder has to be there')
    .addOption(
      new Option('--api <name>', 'API of Grafana (default: the newest that it has)').choices(
        GRAFANA_APIS,
      ),
    )
    .option('--namespace <name>', 'namespace of the organisation (default: default)')
    .addOption(pathOption('--cert <file>', 'client certificate, PEM'))
    .addOption(pathOption('--key <file>', 'key of the client certificate, PEM'))
    .addOption(pathOption('--ca <file>', 'further certificate authority to trust, PEM'))
    .addOption(durationOption('--timeout', 'time for each answer', '30s'));
}

/** What the environment says to these commands, for their help. */
export const LIVE_ENVIRONMENT = `
GRAFANA_TOKEN holds the token of a service account; a token is never an option. HTTPS_PROXY, HTTP_PROXY
and NO_PROXY name proxies. G6_EGRESS_FROZEN=1 refuses the command before it connects.
`;

/** The request of a run that a command line asks for. */
export function liveRequestOf(
  command: Command,
  { folder, folderUid, ...options }: LiveOptions,
  terminal: Terminal,
  onProgress: LiveRequest['onProgress'],
): LiveRequest {
  return {
    ...requestOf(command, terminal),
    grafana: grafanaOf(options, terminal),
    folder,
    folderUid,
    onProgress,
  };
}

/** The Grafana, with the names of its secrets; the engine reads them. */
function grafanaOf(options: Omit<LiveOptions, 'folder'>, { env }: Terminal): GrafanaOptions {
  const { grafana, tokenEnv, tokenFile, api, namespace, cert, key, ca, timeout } = options;
  const secrets = { tokenEnv, tokenFile, cert, key, ca };
  return { url: grafana, ...secrets, api, namespace, env, timeLimit: timeout * 1000 };
}

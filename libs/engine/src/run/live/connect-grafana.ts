import { chooseApi, type GrafanaApi, type GrafanaFailure } from '@g6/live-grafana';
import { placelessProblem, type Problem } from '@g6/problems';
import { type GrafanaOptions, readGrafanaAccess } from '../../files/grafana-access';
import { openGrafana } from '../../files/grafana-client';
import { shownUrl } from '../../files/shown-url';
import { readEnvironment } from '../environment';

/** A Grafana to talk to, or why there is none. */
export type GrafanaReading =
  | {
      readonly api: GrafanaApi;
      /** The address as texts may show it. */
      readonly shown: string;
      readonly close: () => Promise<void>;
      readonly problems?: never;
    }
  | { readonly problems: readonly Problem[]; readonly api?: never };

/**
 * The problem that nothing may leave this machine; none if it may. To be asked before anything else: not
 * even a name is looked up then.
 */
export function egressProblems(env: GrafanaOptions['env']): Problem[] {
  if (!readEnvironment(env).egressFrozen) return [];
  const message = 'is 1: no connection to a Grafana is opened';
  const hint = 'unset it where dashboards may be published';
  return [placelessProblem('G6_EGRESS_FROZEN', 'egress-frozen', message, hint)];
}

/** Opens a connection and finds the API to use; whoever gets one closes it. */
export async function connectGrafana(options: GrafanaOptions): Promise<GrafanaReading> {
  const frozen = egressProblems(options.env);
  if (frozen.length > 0) return { problems: frozen };
  const { access, problems } = readGrafanaAccess(options);
  if (!access) return { problems };
  const { send, close } = await openGrafana(access);
  const { namespace = 'default', api: name } = options;
  const { data, failure } = await chooseApi(send, { name, namespace });
  const shown = shownUrl(options.url);
  if (data) return { api: data, shown, close };
  await close();
  return { problems: [grafanaFailed(failure, shown)] };
}

/** The problem that a Grafana fails as a whole. */
export function grafanaFailed({ kind, message }: GrafanaFailure, shown: string): Problem {
  const words = message.startsWith(`${shown} `) ? message.slice(shown.length + 1) : message;
  return placelessProblem(shown, 'grafana-failed', words, HINTS[kind]);
}

const HINTS: Partial<Record<GrafanaFailure['kind'], string>> = {
  unauthorized: 'set GRAFANA_TOKEN, or name the token with --token-env or --token-file',
  forbidden: 'the service account needs the rights to read and write dashboards and folders',
  slow: 'allow more time with --timeout',
};

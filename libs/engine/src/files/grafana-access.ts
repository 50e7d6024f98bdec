import type { GrafanaApiName } from '@g6/live-grafana';
import { placelessProblem, type Problem } from '@g6/problems';
import type { GrafanaAccess } from './grafana-client';
import { readServerAccess } from './server-access';

/** The environment variable that holds the token unless another one is named. */
export const GRAFANA_TOKEN = 'GRAFANA_TOKEN';

/** How to reach a Grafana, as options name it: secrets are in variables and files. */
export interface GrafanaOptions {
  /** Its address, with the path that it is served at. */
  readonly url: string;
  /** Environment variable that holds the token; default `GRAFANA_TOKEN` if that is set. */
  readonly tokenEnv?: string | undefined;
  /** File that holds the token. */
  readonly tokenFile?: string | undefined;
  /** Files of a client certificate, of its key, and of a further authority to trust. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly ca?: string | undefined;
  /** The API to use; undefined for the newest that Grafana has. */
  readonly api?: GrafanaApiName | undefined;
  /** Namespace of the organisation; default `default`. */
  readonly namespace?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** In milliseconds, for each answer. */
  readonly timeLimit: number;
}

/** The access that options describe, or what is wrong with them. */
export interface GrafanaAccessReading {
  readonly access?: GrafanaAccess;
  readonly problems: readonly Problem[];
}

/** How many requests are sent at a time. */
const CONCURRENCY = 4;
const HINT = 'write for example https://grafana.example.org';
const NAMESPACE_HINT = 'it is default, org-2 or stacks-12345';

/** Reads the token that options name, and checks the address. */
export function readGrafanaAccess(options: GrafanaOptions): GrafanaAccessReading {
  const {
    url,
    tokenEnv,
    tokenFile,
    namespace = 'default',
    env,
    timeLimit,
    cert,
    key,
    ca,
  } = options;
  const named = tokenEnv !== undefined || tokenFile !== undefined;
  const usual = named ? {} : { token: env[GRAFANA_TOKEN] };
  const secrets = { tokenEnv, tokenFile, cert, key, ca, ...usual };
  const { access, problems: unreadable } = readServerAccess({ ...secrets, env, timeLimit });
  const token = access.token?.trim();
  const refuse = (option: string, message: string, hint?: string) =>
    placelessProblem(option, 'option-value', message, hint);
  const from = tokenFile === undefined ? '--token-env' : '--token-file';
  const isWrong = token !== undefined && token !== '' && !/^[\x21-\x7e]+$/.test(token);
  const isNamespace = /^(?:default|(?:org|stacks)-\d{1,18})$/.test(namespace);
  const problems = [
    ...addressFaults(url).map((fault) => refuse('--grafana', fault, HINT)),
    ...(isNamespace
      ? []
      : [refuse('--namespace', 'this is no namespace of Grafana', NAMESPACE_HINT)]),
    ...unreadable,
    ...(isWrong ? [refuse(from, 'it holds characters that no token has')] : []),
    ...(named && token === '' ? [refuse(from, 'there is no token in it')] : []),
  ];
  if (problems.length > 0) return { problems };
  const sent = token === '' ? undefined : token;
  return {
    access: { ...access, url, token: sent, env, timeLimit, concurrency: CONCURRENCY },
    problems,
  };
}

/** What is wrong with an address, in words that do not show it: it may hold a secret. */
function addressFaults(address: string): string[] {
  if (address === '') return ['an address is missing'];
  if (!URL.canParse(address) || !/^https?:\/\//i.test(address)) return ['this is not an address'];
  const { username, password, search, hash } = new URL(address);
  return [
    ...(username === '' && password === ''
      ? []
      : ['an address must hold no user and no password; name a token with --token-env']),
    ...(search === '' && hash === '' ? [] : ['an address must hold nothing after "?" or "#"']),
  ];
}

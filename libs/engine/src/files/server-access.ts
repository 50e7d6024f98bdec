import { placelessProblem, type Problem } from '@g6/problems';
import type { HttpAccess } from './http-client';
import { proxiesOf } from './proxies';
import type { PrometheusAccess } from './prometheus-client';
import { readText } from './read-text';

/** How to reach servers, as options name it: secrets are in variables and files. */
export interface ServerOptions extends Partial<
  Pick<HttpAccess, 'headers' | 'env' | 'timeLimit' | 'token'>
> {
  /** Environment variable, or file, that holds a bearer token. */
  readonly tokenEnv?: string | undefined;
  readonly tokenFile?: string | undefined;
  /** User of basic auth, with the variable or the file that holds the password. */
  readonly user?: string | undefined;
  readonly passwordEnv?: string | undefined;
  readonly passwordFile?: string | undefined;
  /** Files of a client certificate, of its key, and of a further authority to trust. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly ca?: string | undefined;
}

/** The access that options describe, or what is wrong with them. */
export interface ServerAccessReading {
  readonly access: Partial<HttpAccess>;
  readonly problems: readonly Problem[];
}

/** Reads the secrets that options name. */
export function readServerAccess(options: ServerOptions): ServerAccessReading {
  const { env = {}, headers, timeLimit, user } = options;
  const problems: Problem[] = [];
  const refuse = (option: string, message: string, hint?: string) => {
    problems.push(placelessProblem(option, 'option-value', message, hint));
  };
  const fromFile = (path: string | undefined) => {
    if (path === undefined) return undefined;
    const { text, problem } = readText(path);
    if (problem) problems.push(problem);
    return text;
  };
  const fromEnv = (option: string, name: string | undefined) => {
    if (name === undefined) return undefined;
    const value = env[name] ?? '';
    if (value !== '') return value;
    refuse(option, `the environment variable ${name} is not set`);
    return undefined;
  };
  const { tokenEnv, tokenFile, passwordEnv, passwordFile } = options;
  const token = options.token ?? fromEnv('--token-env', tokenEnv) ?? fromFile(tokenFile)?.trim();
  const password = fromEnv('--password-env', passwordEnv) ?? fromFile(passwordFile)?.trim();
  if (user === undefined && password !== undefined) refuse('--user', 'a password needs a user');
  const [cert, key, ca] = [options.cert, options.key, options.ca].map(fromFile);
  if ((options.cert === undefined) !== (options.key === undefined)) {
    refuse('--cert', 'a client certificate needs its key, and a key its certificate');
  }
  for (const name of proxiesOf(env).wrong) {
    refuse(name, 'this is not the address of an HTTP proxy', 'write for example http://proxy:3128');
  }
  const basic = user === undefined ? undefined : { user, password: password ?? '' };
  const limit = timeLimit === undefined ? {} : { timeLimit };
  return { access: { token, basic, headers, tls: { cert, key, ca }, env, ...limit }, problems };
}

/** How to reach a Prometheus, as options name it, and how much may be asked of it. */
export type PrometheusOptions = ServerOptions &
  Pick<PrometheusAccess, 'url' | 'env' | 'timeLimit' | 'concurrency' | 'mostRequests'>;

/** The access that options describe, or what is wrong with them. */
export interface PrometheusAccessReading {
  readonly access?: PrometheusAccess;
  readonly problems: readonly Problem[];
}

/** Reads the secrets that options name; an address is checked here as well. */
export function readPrometheusAccess(options: PrometheusOptions): PrometheusAccessReading {
  const { url, env, timeLimit, concurrency, mostRequests } = options;
  const { access, problems } = readServerAccess(options);
  const all = [...addressProblems(url), ...problems];
  if (all.length > 0) return { problems: all };
  return {
    access: { ...access, url, env, timeLimit, concurrency, mostRequests },
    problems: all,
  };
}

/** What is wrong with the address of a Prometheus. */
export function addressProblems(url: string): Problem[] {
  if (URL.canParse(url) && /^https?:\/\//i.test(url)) return [];
  const message = url === '' ? 'an address is missing' : 'this is not an address';
  const hint = 'write for example http://localhost:9090';
  return [placelessProblem('--prometheus', 'option-value', message, hint)];
}

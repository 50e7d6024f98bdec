import { placelessProblem, type Problem } from '@g6/problems';
import type { PrometheusAccess } from './prometheus-client';
import { readText } from './read-text';

/** How to reach a Prometheus, as options name it: secrets are in variables and files. */
export interface PrometheusOptions extends Pick<
  PrometheusAccess,
  'url' | 'headers' | 'env' | 'timeLimit' | 'concurrency' | 'mostRequests'
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
export interface AccessReading {
  readonly access?: PrometheusAccess;
  readonly problems: readonly Problem[];
}

/** Reads the secrets that options name; an address is checked here as well. */
export function readAccess(options: PrometheusOptions): AccessReading {
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
    const value = options.env[name] ?? '';
    if (value !== '') return value;
    refuse(option, `the environment variable ${name} is not set`);
    return undefined;
  };
  const { url, user, tokenEnv, tokenFile, passwordEnv, passwordFile } = options;
  if (!URL.canParse(url) || !/^https?:\/\//i.test(url)) {
    refuse(
      '--prometheus',
      url === '' ? 'an address is missing' : 'this is not an address',
      'write for example http://localhost:9090',
    );
  }
  const token = fromEnv('--token-env', tokenEnv) ?? fromFile(tokenFile)?.trim();
  const password = fromEnv('--password-env', passwordEnv) ?? fromFile(passwordFile)?.trim();
  if (user === undefined && password !== undefined) refuse('--user', 'a password needs a user');
  const [cert, key, ca] = [options.cert, options.key, options.ca].map(fromFile);
  const tls = { cert, key, ca };
  if ((options.cert === undefined) !== (options.key === undefined)) {
    refuse('--cert', 'a client certificate needs its key, and a key its certificate');
  }
  if (problems.length > 0) return { problems };
  const { headers, env, timeLimit, concurrency, mostRequests } = options;
  const basic = user === undefined ? undefined : { user, password: password ?? '' };
  return {
    access: { url, token, basic, headers, tls, env, timeLimit, concurrency, mostRequests },
    problems,
  };
}

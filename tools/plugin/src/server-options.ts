import { type Problem, readHeader, type ServerOptions } from '@g6/dashboards';
import { shownPath } from './executors/run-options';
import { type RepeatedOption, repeatedOption } from './generators/list-option';

/** Options that say how a server is reached, as on the command line; paths are from the workspace root. */
export interface ServerPluginOptions extends Pick<
  ServerOptions,
  'tokenEnv' | 'tokenFile' | 'user' | 'passwordEnv' | 'passwordFile' | 'cert' | 'key' | 'ca'
> {
  /** Each "Name: value". */
  readonly header?: RepeatedOption;
}

const NO_HEADER: Problem = {
  ...{ file: '--header', line: 0, column: 0 },
  code: 'option-value',
  severity: 'error',
  message: 'write a header as "Name: value"',
};

/** The way to a server, and what is wrong with how it is written. */
export interface ServerPluginReading {
  readonly server: ServerOptions & { readonly env: NodeJS.ProcessEnv };
  readonly problems: readonly Problem[];
}

/** Reads the options that say how a server is reached; the secrets that they name are for the engine. */
export function serverOf(options: ServerPluginOptions, root: string): ServerPluginReading {
  const problems: Problem[] = [];
  const headers = (repeatedOption(options.header) ?? []).flatMap((written) => {
    const header = readHeader(written);
    if (!header) problems.push(NO_HEADER);
    return header ? [header] : [];
  });
  const path = (file: string | undefined) => (file ? shownPath(root, file) : undefined);
  const { tokenEnv, tokenFile, user, passwordEnv, passwordFile, cert, key, ca } = options;
  const files = { tokenFile: path(tokenFile), passwordFile: path(passwordFile) };
  const tls = { cert: path(cert), key: path(key), ca: path(ca) };
  return {
    server: { tokenEnv, user, passwordEnv, ...files, ...tls, headers, env: process.env },
    problems,
  };
}

/** Where a server is, and the credentials that its address held. */
export interface ServerAddress {
  /** Without credentials, query and fragment; its path ends in a slash, for paths to be appended. */
  readonly base: URL;
  /** The value of the header `Authorization`; undefined if the address has no user. */
  readonly authorization: string | undefined;
}

/** Splits an address: credentials go into a header, since requests to a URL with credentials are refused. */
export function serverAddress(address: string | URL): ServerAddress {
  const base = new URL(address);
  const authorization = authorizationOf(base);
  base.username = base.password = base.search = base.hash = '';
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return { base, authorization };
}

/** The header `Authorization` for the user and password of an address; undefined if it has none. */
export function authorizationOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  return basicAuthorization(decoded(username), decoded(password));
}

/** The header `Authorization` for a user and a password. */
export function basicAuthorization(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** A part of a URL as it was meant; a percent sign that encodes nothing stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

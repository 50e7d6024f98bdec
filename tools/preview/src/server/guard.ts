import type { IncomingMessage } from 'node:http';

/**
 * The policy of the page: it runs its own script only, and is in no other page's frame. Grafana's
 * components write style sheets while they draw; those have the nonce, and no other sheet counts.
 * Neither do `style` attributes: the page and the components set styles through the DOM only.
 */
export function pagePolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': pagePolicy(),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Names of this machine; another one in `Host` is a page that points its own domain here. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Says why a request is refused; undefined if it comes from the user or from the page itself. */
export function refusalOf(
  { method = '', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  port: number,
): string | undefined {
  const hosts = LOOPBACK.map((name) => `${name}:${port}`);
  if (!hosts.includes(headers.host ?? '')) return 'the host is not this machine';
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host ?? ''}`) {
    return 'the request comes from another site';
  }
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return 'the request comes from another site';
  return ['GET', 'HEAD', 'POST'].includes(method) ? undefined : 'only reads are answered';
}

/** Whether a source is an address. */
export function isUrl(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
}

/** An address as texts may show it: without user, password and the values of its query. */
export function shownUrl(address: string): string {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}${url.pathname === '/' && !address.endsWith('/') ? '' : url.pathname}`;
  } catch {
    return address.replace(/\/\/[^/@]*@/, '//');
  }
}

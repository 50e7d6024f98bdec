/**
 * Names of labels in paths of the API of Prometheus. A name with other characters than letters,
 * digits and `_` is written as `U__` and its characters by number, as in `U__http_2e_route`.
 * https://github.com/prometheus/proposals/blob/main/proposals/0028-utf8.md#text-escaping
 */
export function nameInPath(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name)) return name;
  const signs = Array.from(name, (sign) => {
    if (sign === '_') return '__';
    return /\w/.test(sign) ? sign : `_${(sign.codePointAt(0) ?? 0).toString(16)}_`;
  });
  return `U__${signs.join('')}`;
}

/** The name that a path has, see {@link nameInPath}. */
export function nameOfPath(path: string): string {
  if (!path.startsWith('U__')) return path;
  return path.slice(3).replace(/__|_([0-9a-fA-F]{1,6})_/g, (_, code: string | undefined) => {
    if (code === undefined) return '_';
    const point = parseInt(code, 16);
    return point > 0x10ffff ? '\u{fffd}' : String.fromCodePoint(point);
  });
}

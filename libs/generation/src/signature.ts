import { sha256Hex } from '@g6/model';

/** The parts of a panel's identity; null for a part that the panel does not have. */
export interface SignatureParts {
  readonly datasourceType: string | null;
  readonly exprs: readonly string[];
  readonly title: string | null;
  readonly type: string;
  readonly unit: string | null;
}

/** The identity of a panel inside one dashboard. */
export interface PanelIdentity {
  /** First 32 bits of the digest; unique only after `assignIds`. */
  readonly naturalId: number;
  /** 16 hex digits of the stable name, or else of title, type, unit and queries. */
  readonly panelUuid: string;
  /** 16 hex digits of the queries and the type; survives a change of title or unit. */
  readonly queryUuid: string;
}

/** The signature text of a panel: fixed key order, ASCII, expressions sorted by code point. */
export function signatureOf(panel: SignatureParts): string {
  const head = `{"ds": ${asciiJson(panel.datasourceType)}, "exprs": ${exprList(panel.exprs)}`;
  return (
    `${head}, "title": ${asciiJson(panel.title)}, "type": ${asciiJson(panel.type)}` +
    `, "unit": ${asciiJson(panel.unit)}}`
  );
}

/** Derives a panel's identity from its dashboard's slug and its stable name, or else its signature. */
export function identityOf(slug: string, panel: SignatureParts, stableId?: string): PanelIdentity {
  const digest = sha256Hex(
    stableId === undefined ? slug + signatureOf(panel) : `${slug}\n${stableId}`,
  );
  const query = `{"ds": ${asciiJson(panel.datasourceType)}, "exprs": ${exprList(panel.exprs)}, "type": ${asciiJson(panel.type)}}`;
  return {
    naturalId: Number.parseInt(digest.slice(0, 8), 16),
    panelUuid: digest.slice(0, 16),
    queryUuid: sha256Hex(slug + query).slice(0, 16),
  };
}

function exprList(exprs: readonly string[]): string {
  return `[${[...exprs].sort(byCodePoint).map(asciiJson).join(', ')}]`;
}

/** Text that stands in JSON as it is; most of it is. */
const PLAIN_TEXT = /^[ !#-[\]-~]*$/;

/** JSON text with every character outside ASCII as `\uXXXX`. */
function asciiJson(text: string | null): string {
  if (text !== null && PLAIN_TEXT.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** JavaScript compares UTF-16 units, which order the highest planes differently. */
function byCodePoint(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

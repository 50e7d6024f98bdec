import type { Scalar } from 'yaml';

/**
 * Maps an offset in a scalar's value to the offset of the same character in the source text.
 * Undefined where escapes or folding make the two texts differ, so that no wrong column is told.
 */
export function offsetInScalar(text: string, scalar: Scalar, offset: number): number | undefined {
  const value = scalar.value;
  const [start, end] = scalar.range ?? [];
  if (typeof value !== 'string' || start === undefined || end === undefined) return undefined;
  if (scalar.type === 'BLOCK_LITERAL') return offsetInBlock(text, start, end, value, offset);
  const quote = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE' ? 1 : 0;
  const source = text.slice(start + quote, start + quote + value.length);
  return source === value ? start + quote + offset : undefined;
}

/** A block literal keeps its lines, each behind the same indentation. */
function offsetInBlock(
  text: string,
  start: number,
  end: number,
  value: string,
  offset: number,
): number | undefined {
  const before = value.slice(0, offset);
  const line = before.split('\n').length - 1;
  const column = offset - (before.lastIndexOf('\n') + 1);
  const valueLine = value.split('\n')[line] ?? '';
  let lineStart = text.indexOf('\n', start) + 1;
  for (let skipped = 0; skipped < line; skipped++) lineStart = text.indexOf('\n', lineStart) + 1;
  const sourceLine = text.slice(lineStart, end).split('\n', 1)[0] ?? '';
  const indent = sourceLine.indexOf(valueLine);
  return indent < 0 ? undefined : lineStart + indent + column;
}

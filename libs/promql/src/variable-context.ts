import { DURATION_VARIABLES, NUMBER_VARIABLES, type GrafanaVariable } from './grafana-variables';
import type { LexicalScan, TextRange } from './lexical-scan';

/** A part of an expression that depends on variables, with the texts that can stand in for it. */
export interface VariablePart extends TextRange {
  /** Texts of the part's length, the likeliest first. */
  readonly standIns: readonly string[];
  /** Whether the part is what a call applies, which no short text can stand for in general. */
  readonly called: boolean;
}

/**
 * Finds the parts that depend on variables outside strings, `node_${mode}_total` as a whole, and
 * says by the place of each which texts parse there.
 */
export function variableParts(
  scan: LexicalScan,
  variables: readonly GrafanaVariable[],
): VariablePart[] {
  const bare = variables.filter(({ inString }) => !inString);
  if (bare.length === 0) return [];
  const mask = maskText(scan, bare);
  const openers = openersAt(mask, bare);
  const parts: VariablePart[] = [];
  for (const [position, variable] of bare.entries()) {
    const opener = openers[position] ?? '';
    const part = growPart(mask, variable, opener);
    if (part.from < (parts.at(-1)?.to ?? 0)) continue;
    const alone = part.from === variable.from && part.to === variable.to;
    parts.push(describePart(mask, part, opener, alone ? variable.name : undefined));
  }
  return parts;
}

const VARIABLE = '\u0001';

/** The text with variables and strings made opaque, so that their brackets do not count. */
function maskText({ text, strings }: LexicalScan, bare: readonly GrafanaVariable[]): string {
  const characters = text.split('');
  for (const { from, to } of strings) characters.fill('"', from, to);
  for (const { from, to } of bare) characters.fill(VARIABLE, from, to);
  return characters.join('');
}

/** For each variable the bracket around it; `by(` stands for that of a list of labels. */
function openersAt(mask: string, bare: readonly GrafanaVariable[]): string[] {
  const stack: string[] = [];
  const openers: string[] = [];
  let next = 0;
  for (let at = 0; at < mask.length && next < bare.length; at += 1) {
    if (at === bare[next]?.from) {
      openers.push(stack.at(-1) ?? '');
      next += 1;
    }
    const character = mask.charAt(at);
    if (character === '(') stack.push(GROUPING.test(mask.slice(at - 20, at)) ? 'by(' : '(');
    else if (character === '[' || character === '{') stack.push(character);
    else if (character === ')' || character === ']' || character === '}') stack.pop();
  }
  return openers;
}

const GROUPING = /(?<![\w:])(?:by|without|on|ignoring|group_left|group_right)\s*$/i;

/** The word that a variable belongs to. In brackets a colon parts a range from its step. */
function growPart(mask: string, { from, to }: TextRange, opener: string): TextRange {
  const isPart = (character: string) =>
    character === VARIABLE || /[\w.]/.test(character) || (character === ':' && opener !== '[');
  let [start, end] = [from, to];
  while (start > 0 && isPart(mask.charAt(start - 1))) start -= 1;
  while (end < mask.length && isPart(mask.charAt(end))) end += 1;
  return { from: start, to: end };
}

function describePart(
  mask: string,
  part: TextRange,
  opener: string,
  name: string | undefined,
): VariablePart {
  const before = mask.slice(Math.max(0, part.from - 40), part.from).trimEnd();
  const after = mask.slice(part.to, part.to + 40).trimStart();
  const length = part.to - part.from;
  const called = opener !== '[' && /^(?:\(|(?:by|without)\s*\()/i.test(after);
  const as = (...standIns: string[]): VariablePart => ({ ...part, standIns, called });
  if (opener === '[' || /(?<![\w:])offset\s*[-+]?$/i.test(before)) return as(durationOf(length));
  if (before.endsWith('@')) return as(numberOf(length));
  if (opener === 'by(') return as(nameOf(length));
  if (opener === '{') return matcherPart(mask, part, after) ?? as(nameOf(length));
  if (name !== undefined && NUMBER_VARIABLES.has(name)) return as(numberOf(length));
  if (name !== undefined && DURATION_VARIABLES.has(name)) return as(durationOf(length));
  if (/[0-9.]/.test(mask.charAt(part.from))) return as(numberOf(length), durationOf(length));
  return as(...(called ? callOf(length) : anyOf(length)));
}

/** A variable in the place of whole matchers; what parts it from the next goes with it. */
function matcherPart(mask: string, part: TextRange, after: string): VariablePart | undefined {
  if (after !== '' && !/^[,}]/.test(after)) return undefined;
  const comma = after.startsWith(',') ? mask.indexOf(',', part.to) + 1 : part.to;
  return { from: part.from, to: comma, standIns: [' '.repeat(comma - part.from)], called: false };
}

/** A name, a number, an operator, nothing, or a selector with its range. */
function anyOf(length: number): string[] {
  return [nameOf(length), numberOf(length), ...fitting(length, '+', '', 'x[1s]')];
}

/** Words that may come before a parenthesis: an aggregation, a function, a clause, an operator. */
function callOf(length: number): string[] {
  return fitting(length, 'sum', 'ln', 'rate', 'topk', 'clamp_max', 'by', '+');
}

function fitting(length: number, ...texts: readonly string[]): string[] {
  return texts.filter((text) => text.length <= length).map((text) => text.padEnd(length));
}

const nameOf = (length: number) => 'x'.repeat(length);
const numberOf = (length: number) => '1'.padStart(length, '0');
const durationOf = (length: number) => '5m'.padStart(length, '0');

import { Offset, parser as officialParser } from '@prometheus-io/lezer-promql';
import type { Tree } from '@lezer/common';
import type { LRParser, Stack } from '@lezer/lr';
import type { LexicalScan } from './lexical-scan';

/*
 * The places where the official grammar, @prometheus-io/lezer-promql 0.314, differs from the parser
 * of Prometheus, each with its workaround. docs/promql.md describes them for a report upstream.
 */

/** Words that read as keywords in a duration in any case; the grammar knows the lower case only. */
const DURATION_WORDS = new Set(['step', 'range', 'min_of', 'max_of']);

/** Functions that the grammar has in durations only, with one that is called in the same way. */
const MISSING_FUNCTIONS: Readonly<Record<string, string>> = {
  min_of: 'clamp_min',
  max_of: 'clamp_max',
};

/** Gives the term that a word stands for, or a negative number for none. */
type Specializer = (value: string, stack: Stack) => number;

/** The part of a Lezer parser that tells keywords from names; its types leave it out. */
interface WithSpecializers {
  readonly specializerSpecs: readonly {
    readonly get: Specializer;
    readonly external?: Specializer;
    readonly extend?: boolean;
  }[];
}

const parser = readWordsAsPrometheus(officialParser);
const strictParser = parser.configure({ strict: true });

/** Replaces the two functions by which the grammar tells keywords from names. */
function readWordsAsPrometheus(official: LRParser): LRParser {
  const { specializerSpecs } = official as unknown as WithSpecializers;
  const table = specializerSpecs.find(({ external }) => !external)?.get;
  const specializers = specializerSpecs.flatMap(({ external, extend }) => {
    if (!external) return [];
    return [
      { from: external, to: extend ? extendWord(external, table) : specializeWord(external) },
    ];
  });
  return official.configure({ specializers });
}

/** Reads `offset` as a name where no modifier can stand: `offset{a="b"}`, `sum(offset)`. */
function specializeWord(official: Specializer): Specializer {
  return (value, stack) => {
    const term = official(value, stack);
    return term === Offset && !stack.canShift(Offset) ? -1 : term;
  };
}

/** Reads `x[STEP()]` as `x[step()]`, and `min_of(1, 2)` as a call; `table` knows the plain words. */
function extendWord(official: Specializer, table: Specializer | undefined): Specializer {
  return (value, stack) => {
    const word = value.toLowerCase();
    const same = MISSING_FUNCTIONS[value] ?? (DURATION_WORDS.has(word) ? word : undefined);
    // The lowest bit says whether the word is a name too.
    const term = same === undefined || same === value ? -1 : (table?.(same, stack) ?? -1) >> 1;
    return term >= 0 && stack.canShift(term) ? term : official(value, stack);
  };
}

const grammarWords = new Map<string, boolean>();
/** So many words are remembered. */
const MOST_WORDS = 10_000;
/** A state of the parser in which every keyword can stand. */
const ANYWHERE = { canShift: () => true } as unknown as Stack;

/** Whether a name means something to the grammar in some place: it is a function, or a keyword. */
export function isGrammarWord(name: string): boolean {
  let known = grammarWords.get(name);
  if (known === undefined) {
    const { specializerSpecs } = parser as unknown as WithSpecializers;
    // No term is 0, and the lowest bit says only whether the word is a name too.
    known = specializerSpecs.some(({ get }) => get(name, ANYWHERE) >> 1 > 0);
    if (grammarWords.size >= MOST_WORDS) grammarWords.clear();
    grammarWords.set(name, known);
  }
  return known;
}

/** A syntax tree, and where the text stops making sense if the parser did not look for more. */
export interface ParsedText {
  readonly tree: Tree;
  readonly stopped?: number;
  /** Set if the text nests deeper than the parser can follow. */
  readonly tooDeep?: true;
}

/** The longest text of which the parser mends what is wrong, which takes it seconds in longer ones. */
const LONGEST_MENDED = 5_000;

/** Parses a text; in a long one, the first error ends it with an empty tree. */
export function parseTree(text: string): ParsedText {
  try {
    return parseAnyDepth(text);
  } catch (error) {
    // The parser builds trees by recursion, and runs out of stack some time after DEEPEST levels.
    if (error instanceof RangeError) return { tree: parseWith(parser, ''), tooDeep: true };
    throw error;
  }
}

function parseAnyDepth(text: string): ParsedText {
  if (text.length <= LONGEST_MENDED) return { tree: parseWith(parser, text) };
  try {
    return { tree: parseWith(strictParser, text) };
  } catch (error) {
    const position = /^No parse at ([0-9]+)$/.exec((error as Error).message)?.[1];
    if (position === undefined) throw error;
    return { tree: parseWith(parser, ''), stopped: Number(position) };
  }
}

/**
 * Lezer gives up a chain of the same operator, `a + a + …`, after some 400 operands, as a guard for
 * grammars that loop; this grammar does not, so the guard's counter is reset.
 */
function parseWith(parserOfText: LRParser, text: string): Tree {
  const parse = parserOfText.startParse(text) as ReturnType<LRParser['startParse']> & {
    bigReductionCount: number;
  };
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree;
    parse.bigReductionCount = 0;
  }
}

/**
 * Spells what Prometheus reads and the grammar does not in another way of the same length: the
 * numbers `1.` and `0X1f` as `01` and `0x1f`, the label `a:b` of a grouping as `a_b`.
 */
export function spellForGrammar(text: string, scan: LexicalScan): string {
  return spellLabels(spellNumbers(text, scan), scan);
}

function spellNumbers(text: string, { strings }: LexicalScan): string {
  if (!/[0-9]\.(?![0-9])|0[xX]/.test(text)) return text;
  let string = 0;
  return text.replace(ODD_NUMBER, (number: string, at: number) => {
    while ((strings[string]?.to ?? Infinity) <= at) string += 1;
    if ((strings[string]?.from ?? Infinity) < at) return number;
    if (number.endsWith('.')) return `0${number.slice(0, -1)}`;
    return `0x${number.slice(2).replaceAll('_', '0')}`;
  });
}

const ODD_NUMBER =
  /(?<![\w.:])(?:[0-9]{1,30}\.(?![\w.])|0[xX]_?(?=[0-9a-fA-F])[0-9a-fA-F_]{1,40})/g;

/** Writes `_` for each `:` in the lists of labels after words such as `by`. */
function spellLabels(text: string, { strings }: LexicalScan): string {
  if (!text.includes(':') || !GROUPING.test(text)) return text;
  const parts: string[] = [];
  let kept = 0;
  let string = 0;
  let inList = false;
  for (let at = 0; at < text.length; at += 1) {
    while ((strings[string]?.to ?? Infinity) <= at) string += 1;
    const inside = strings[string];
    if (inside?.from === at) {
      at = inside.to - 1;
      continue;
    }
    const character = text.charAt(at);
    if (character === '(') inList = GROUPING_BEFORE.test(text.slice(Math.max(0, at - 40), at));
    else if (character === ')') inList = false;
    else if (character === ':' && inList) {
      parts.push(text.slice(kept, at), '_');
      kept = at + 1;
    }
  }
  return parts.join('') + text.slice(kept);
}

const GROUPING = /\b(?:by|without|on|ignoring|group_left|group_right)\b/i;
const GROUPING_BEFORE = /(?<![\w:])(?:by|without|on|ignoring|group_left|group_right)\s{0,20}$/i;

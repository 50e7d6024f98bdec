/** Random choices that follow from a seed alone. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** A number from 0 up to 1 (mulberry32). */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to a limit. */
  below(limit) {
    return Math.floor(this.next() * limit);
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** A list of what `make` gives, at most so many times. */
  some(most, make) {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}

/** Pieces of text that some reader or printer may take for something else. */
const ODD = [
  '',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\u001b[31m',
  '\u009b',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ud83d',
  '🔎',
  '"',
  "'",
  '`',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '#',
  ':',
  ': ',
  '- ',
  '? ',
  '|',
  '>',
  '&a ',
  '*a',
  '!x ',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '<<: ',
  '~',
  'null',
  'true',
  '0x1',
  '1e999',
  '-0',
  '.nan',
  '__proto__',
  'constructor',
  '{{',
  '}}',
  '$x',
  '${x}',
  '[[x]]',
  '::error::x',
  '##[error]x',
  '</script>',
  '=cmd|x',
  '@',
  'offset',
  'by',
  'on',
  'bool',
  'inf',
  '5m',
  '=~',
  '"(a|a)*b"',
  '(?P<n>x)',
  '\\xff',
];

/** Changes a text in a few places: pieces are removed, repeated, moved, or replaced by odd ones. */
export function mutate(text, random) {
  let result = text;
  for (let left = random.below(4) + (random.chance(0.1) ? 30 : 0); left >= 0; left -= 1) {
    const from = random.below(result.length + 1);
    const to = Math.min(result.length, from + random.below(random.chance(0.2) ? 200 : 8));
    const piece = result.slice(from, to);
    const instead = random.pick([
      () => '',
      () => piece + piece,
      () => random.pick(ODD),
      () => piece + random.pick(ODD),
      () => random.pick(ODD).repeat(random.below(50)),
      () => result.slice(random.below(result.length + 1)).slice(0, 40),
      () => piece.toUpperCase(),
    ])();
    result = result.slice(0, from) + instead + result.slice(to);
    if (result.length > 20_000) break;
  }
  return result;
}

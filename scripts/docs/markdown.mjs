/** Spells Markdown; prettier lays it out afterwards. */

/** What a generated page starts with. */
export function madeFrom(...sources) {
  return `<!-- Made by \`npm run docs\` from ${sources.join(', ')}; edits here are lost. -->`;
}

/** Paragraphs, headings and blocks, with a blank line between them; what is undefined is left out. */
export function page(...blocks) {
  return `${blocks
    .flat()
    .filter((block) => block !== undefined)
    .join('\n\n')}\n`;
}

/** A table of cells that are Markdown already; undefined without rows. */
export function table(head, rows) {
  if (rows.length === 0) return undefined;
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A text as code inside a line. */
export function code(text) {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text}${fence}`;
}

/** A fenced block. */
export function fenced(language, text) {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Words of a plain text that are none: flags, names, patterns, paths, placeholders. */
const LITERAL = new RegExp(
  [
    /"[^"]*[<_][^"]*"/,
    /--[a-z][\w-]*(?:=\w+(?:,\w+)*)?/,
    /[\w./<>[\]*@-]*[<_*[][\w./<>[\]*@-]*/,
    /[\w./-]+\.(?:ya?ml|json|csv)(?!\w)/,
    /[\w-]+\/[\w/-]+/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'g',
);

/** Plain text as Markdown, its literals as code. */
export function prose(text) {
  return text.replace(LITERAL, (found) => {
    const stop = /[.]$/.exec(found)?.[0] ?? '';
    return `${code(found.slice(0, found.length - stop.length))}${stop}`;
  });
}

/** Plain text with a capital letter first and a stop last. */
export function sentence(text) {
  const trimmed = text.trim();
  const stop = /[.:!?]$/.test(trimmed) ? '' : '.';
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${stop}`;
}

/** The address that GitHub gives to a heading. */
export function anchor(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replace(/ /g, '-');
}

function cell(text) {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}

/**
 * The one place that turns text from an input, a name, a title, a path, into text that is safe to
 * print. Nothing that it returns has a line break or a control character, so no input can end our
 * line and begin one of its own, move the cursor or colour the terminal.
 */

/** The longest line that is printed of one text. */
const LONGEST_LINE = 2_000;

/**
 * Control characters, line separators, marks that turn the direction of writing, and halves of
 * characters.
 */
const UNSAFE =
  /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line of a text, with control characters as the escapes that one would write for them. */
export function oneLine(text: string, longest = LONGEST_LINE): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return short.replace(UNSAFE, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  const named = NAMES[character];
  if (named !== undefined) return named;
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * A line for a terminal or a log. In a log of GitHub, a line that begins with `::`, or has `##[`
 * anywhere, is a command to the runner, https://github.com/actions/toolkit/blob/main/docs/commands.md
 */
export function logLine(text: string): string {
  return oneLine(text)
    .replace(/^(\s*):(?=:)/, '$1\\x3a')
    .replaceAll('##[', '#\\x23[');
}

/** The message of a workflow command of GitHub, which unescapes percent signs. */
export function gitHubMessage(text: string): string {
  return oneLine(text).replaceAll('%', '%25');
}

/** The value of a property of a workflow command of GitHub. */
export function gitHubProperty(text: string): string {
  return gitHubMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * A code span of Markdown, in which no link, image, mention or HTML is live; `|` is escaped for
 * cells of tables. https://spec.commonmark.org/0.31.2/#code-spans
 */
export function markdownCode(text: string): string {
  const line = oneLine(text).replaceAll('|', '\\|');
  const longest = (line.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${fence}${pad}${line === '' ? ' ' : line}${pad}${fence}`;
}

/** A message of SARIF, in which `[text](target)` would be a link. */
export function sarifMessage(text: string): string {
  return oneLine(text).replaceAll('](', '] (');
}

/** JSON with control characters of the terminal escaped, which JSON itself allows in texts. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

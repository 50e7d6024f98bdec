import MarkdownIt from 'markdown-it';

/** A command of a transcript and its output. */
export interface TranscriptStep {
  /** Line of the command in its Markdown file, from 1. */
  readonly line: number;
  readonly command: string;
  /** Lines that it prints; `…` stands for any number of lines, or for any text within a line. */
  readonly expected: readonly string[];
}

const PROMPT = '$ ';
const ANYTHING = '…';

/** Reads the commands of all fenced `console` blocks, in order. */
export function readTranscript(markdown: string): TranscriptStep[] {
  const fences = new MarkdownIt().parse(markdown, {}).filter(({ type }) => type === 'fence');
  return fences
    .filter(({ info }) => info.trim() === 'console')
    .flatMap(({ content, map }) => readSteps(content, (map?.[0] ?? 0) + 2));
}

function readSteps(block: string, firstLine: number): TranscriptStep[] {
  const steps: { line: number; command: string; expected: string[] }[] = [];
  for (const [index, text] of block.trimEnd().split('\n').entries()) {
    const line = firstLine + index;
    const step = steps.at(-1);
    if (text.startsWith(PROMPT)) {
      steps.push({ line, command: text.slice(PROMPT.length), expected: [] });
    } else if (step) step.expected.push(text);
    else throw new Error(`line ${line} of a console block follows no command: ${text}`);
  }
  return steps;
}

/**
 * Returns the expected lines if the output matches them, and the output itself if it does not.
 * Blank lines and trailing spaces do not count.
 */
export function elide(output: string, expected: readonly string[]): string {
  const lines = significantLines(output.split('\n'));
  const wanted = significantLines(expected);
  const pattern = wanted.map((line) =>
    line.trim() === ANYTHING
      ? '(?:.*\n)*'
      : `${line.split(ANYTHING).map(escapeRegex).join('.*')}\n`,
  );
  const text = lines.map((line) => `${line}\n`).join('');
  return (new RegExp(`^${pattern.join('')}$`).test(text) ? wanted : lines).join('\n');
}

/** Returns the lines of a transcript that count, without trailing spaces. */
export function significantLines(lines: readonly string[]): string[] {
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '');
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

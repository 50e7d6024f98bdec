import MarkdownIt from 'markdown-it';

/** A command of a transcript, and what it prints. */
export interface TranscriptStep {
  /** Line of the command in its Markdown file, from 1. */
  readonly line: number;
  readonly command: string;
  /** Lines that it prints; `…` stands for any lines, or for any text inside one. */
  readonly expected: readonly string[];
}

const PROMPT = '$ ';
const ANYTHING = '…';

/** Reads the commands of all fenced blocks that are marked `console`, in order. */
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
    else throw new Error(`line ${line} of a console block is output of no command: ${text}`);
  }
  return steps;
}

/**
 * Gives the output as the transcript tells it, with `…` where that leaves something out; where the
 * two differ, the output as it is. Blank lines and spaces at line ends do not count.
 */
export function elide(output: string, expected: readonly string[]): string {
  const lines = significantLines(output.split('\n'));
  const told = significantLines(expected);
  const pattern = told.map((line) =>
    line.trim() === ANYTHING
      ? '(?:.*\n)*'
      : `${line.split(ANYTHING).map(escapeRegex).join('.*')}\n`,
  );
  const text = lines.map((line) => `${line}\n`).join('');
  return (new RegExp(`^${pattern.join('')}$`).test(text) ? told : lines).join('\n');
}

/** The lines of a transcript that count. */
export function significantLines(lines: readonly string[]): string[] {
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '');
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

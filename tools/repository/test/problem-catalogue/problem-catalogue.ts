import { PROBLEM_CODES, statusOf, type ProblemCode } from '@g6/dashboards';
import { OTHER_EXAMPLES } from './other-examples';
import { problemWith, reportOf, type ProblemExample } from './problem-example';
import { SPEC_EXAMPLES } from './spec-examples';

/** An example for every code; the compiler asks for one when a code is added. */
export const PROBLEM_EXAMPLES: Record<ProblemCode, ProblemExample> = {
  ...SPEC_EXAMPLES,
  ...OTHER_EXAMPLES,
};

/** What the example of a code has to say; undefined where it does not bring the problem about. */
export function exampleOf(code: ProblemCode): string | undefined {
  return problemWith(code, reportOf(PROBLEM_EXAMPLES[code]));
}

/** The page on problems, `docs/problems.md`. */
export function renderProblemCatalogue(): string {
  const codes = Object.keys(PROBLEM_CODES) as ProblemCode[];
  return `${INTRODUCTION}\n${codes.map(renderCode).join('\n')}`;
}

const INTRODUCTION = `<!-- Made by \`npm run docs\` from libs/problems/src/problem-codes.ts; edits here are lost. -->

# Problems

Whatever is wrong with an input is told as a problem, one to a line, all in one report:

\`\`\`text
file:line:column: error: what is wrong, and what is allowed [code]
  hint: what to do, where there is more to say
\`\`\`

Lines and columns count from 1. A problem with a file as a whole, or with an option, has no line. An **error** refuses the input: nothing is written. A **warning** refuses nothing. With \`--json\`, each problem is an object with \`file\`, \`line\`, \`column\` (0 where there is none), \`code\`, \`severity\`, \`message\` and, where there is one, \`hint\`.

Errors end a command with status 2, unless all of them have one status of their own, which is told below. The code in brackets never changes, so scripts may rely on it; the words may improve.
`;

function renderCode(code: ProblemCode): string {
  const { meaning, remedy } = PROBLEM_CODES[code];
  const example = exampleOf(code) ?? `(no example brings "${code}" about)`;
  const notes = [meaning, remedy, weightOf(code, example)].filter((note) => note !== '');
  return `## ${code}\n\n${notes.join(' ')}\n\n\`\`\`text\n${example}\n\`\`\`\n`;
}

function weightOf(code: ProblemCode, example: string): string {
  if (example.includes(': warning: ')) return 'This is a warning.';
  const problem = { code, severity: 'error', file: '', line: 0, column: 0, message: '' } as const;
  const status = statusOf([problem]);
  return status === 2 ? '' : `Status ${status}.`;
}

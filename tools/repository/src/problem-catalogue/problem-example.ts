import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderProblems, type Problem } from '@g6/dashboards';
import { runCli } from '@g6/cli';

/** An input that produces a problem in an otherwise valid workspace. */
export interface ProblemExample {
  /** Files added to the valid ones, or replacing them. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The command line; default `generate`. */
  readonly args?: readonly string[];
  /** Finds the problem, if no command line does. */
  readonly find?: () => readonly Problem[];
}

const VALID_FILES = {
  'spec.yml': `version: 1
families:
  bus:
    metrics:
      - {name: bus_total, type: counter, labels: [bus]}
`,
  'plans/bus/plan.yaml': 'slug: bus\nfamilies: [bus]\n',
  'g6.config.yaml': 'spec: spec.yml\nplans: plans\noutput: out\n',
};

/** Returns the whole report on an example, as the user sees it. */
export function reportOf({ files = {}, args = ['generate'], find }: ProblemExample): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'g6-example-')));
  const before = process.cwd();
  try {
    for (const [name, content] of Object.entries({ ...VALID_FILES, ...files })) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
    process.chdir(root);
    return find ? renderProblems(find()) : errorsOf(args);
  } finally {
    process.chdir(before);
    rmSync(root, { recursive: true, force: true });
  }
}

function errorsOf(args: readonly string[]): string {
  let text = '';
  const stderr = { write: (part: string) => (text += part) };
  // None of the examples waits for anything.
  void runCli(['node', 'g6-dashboards', ...args], {
    env: {},
    now: () => 0,
    stdout: { write: () => undefined },
    stderr,
  });
  return text;
}

/** Returns the first problem of a report with this code, and its hint. */
export function problemWith(code: string, report: string): string | undefined {
  const lines = report.split('\n');
  const start = lines.findIndex((line) => line.endsWith(`[${code}]`));
  if (start < 0) return undefined;
  const hint = lines[start + 1]?.startsWith('  hint: ') === true ? 1 : 0;
  return lines.slice(start, start + 1 + hint).join('\n');
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_FILES } from './rules-run';

/** What promtool said of the rule files of a folder. */
export interface TestRulesReport {
  readonly outcome: 'passed' | 'failed' | 'no-promtool' | 'no-rules';
  /** What promtool printed, or what to do where it did not run. */
  readonly output: string;
}

/** How to get promtool; Debian's package brings it. */
const INSTALL =
  'promtool is not installed, and it is what runs the tests. Install Prometheus, for example with\n' +
  '  sudo apt-get install -y --no-install-recommends prometheus    (Debian, Ubuntu)\n' +
  '  brew install prometheus                                       (macOS)\n' +
  'or name another promtool in the environment variable PROMTOOL.\n';

/** Has promtool check the rule files of a folder and run their tests. */
export function testRulesRun(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): TestRulesReport {
  const missing = RULE_FILES.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) {
    const output = `${folder} has no ${missing.join(', no ')}; write the rules first\n`;
    return { outcome: 'no-rules', output };
  }
  const [recording, alerts, tests] = RULE_FILES;
  const runs = [
    ['check', 'rules', recording, alerts],
    ['test', 'rules', tests],
  ];
  let output = '';
  for (const args of runs) {
    const run = spawnSync(env['PROMTOOL'] ?? 'promtool', args, { cwd: folder, encoding: 'utf8' });
    if (run.error) return { outcome: 'no-promtool', output: INSTALL };
    output += run.stdout + run.stderr;
    if (run.status !== 0) return { outcome: 'failed', output };
  }
  return { outcome: 'passed', output };
}

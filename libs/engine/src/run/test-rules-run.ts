import { missingFiles, runPromtool } from '../files/run-promtool';
import { RULE_FILES } from './rules-run';

/** The outcome of testing the rule files of a folder. */
export interface TestRulesReport {
  readonly outcome: 'passed' | 'failed' | 'no-promtool' | 'no-rules';
  /** The output of promtool, or what to do if it did not run. */
  readonly output: string;
}

/** How to get promtool; Debian's package brings it. */
const INSTALL =
  'promtool, which runs the tests, is not installed. Install Prometheus, for example with\n' +
  '  sudo apt-get install -y --no-install-recommends prometheus    (Debian, Ubuntu)\n' +
  '  brew install prometheus                                       (macOS)\n' +
  'or name another promtool in the environment variable PROMTOOL.\n';

/** Has promtool check the rule files of a folder and run their tests. */
export function testRulesRun(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): TestRulesReport {
  const missing = missingFiles(folder, RULE_FILES);
  if (missing.length > 0) {
    const output = `${folder} has no ${missing.join(', no ')}; write the rules first\n`;
    return { outcome: 'no-rules', output };
  }
  const [recording, alerts, tests] = RULE_FILES;
  let output = '';
  for (const args of [
    ['check', 'rules', recording, alerts],
    ['test', 'rules', tests],
  ]) {
    const run = runPromtool(folder, args, env);
    if (!run) return { outcome: 'no-promtool', output: INSTALL };
    output += run.output;
    if (!run.passed) return { outcome: 'failed', output };
  }
  return { outcome: 'passed', output };
}

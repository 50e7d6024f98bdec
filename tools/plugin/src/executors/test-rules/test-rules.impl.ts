import { join } from 'node:path';
import { printRuleTests } from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';

/** Options of the executor `test-rules`. */
export interface TestRulesOptions {
  /** Folder of the rule files. */
  readonly rules: string;
}

/** The executor `@g6/plugin:test-rules`. */
export default executor<TestRulesOptions>(({ rules }, { root }) =>
  printRuleTests(join(root, rules), process.env, nxShell()),
);

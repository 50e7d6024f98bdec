import { rmSync, writeFileSync } from 'node:fs';
import { useTempFolder } from '../../testing/temp-folder';
import { SampleWorkspace } from '../../testing/sample-workspace';
import { DEFAULT_OPTIONS } from '@g6/generation';
import { DEFAULT_RULE_OPTIONS } from '@g6/rules';
import { printGenerate } from './print-generate';
import { printRules, printRulesCheck } from './print-rules';
import { printVerify } from './print-verify';
import type { Printout, Shell } from './printer';

const folder = useTempFolder();
const textOf = ({ parts }: Printout) => parts.map(({ to, text }) => `${to}: ${text}`).join('');
const shell: Shell = { format: 'github', generateCommand: 'g', rulesCommand: 'r' };

function requestIn(workspace: SampleWorkspace) {
  return {
    spec: { spec: workspace.at('spec.yml') },
    plans: { folder: workspace.at('plans') },
    output: workspace.at('out'),
    options: DEFAULT_OPTIONS,
  };
}

describe('a report in the form of annotations', () => {
  it('of verify names each file that drifted, and nothing else', () => {
    const request = requestIn(new SampleWorkspace(folder()));
    const generation = { ...request, scope: 'all', now: 0, dryRun: false } as const;
    expect(textOf(printGenerate(generation, shell))).toBe('');
    const verification = { ...request, orphans: true };
    expect(printVerify(verification, shell)).toEqual({ parts: [], status: 0 });
    rmSync(`${request.output}/one.json`);
    const drifted = printVerify(verification, shell);
    expect(drifted.status).toBe(6);
    expect(textOf(drifted)).toBe(
      `stdout: ::error file=${request.output}/one.json,title=missing::missing:one: ` +
        'the file is not what would be generated%0Ahint: regenerate with g, or undo the edit\n',
    );
    expect(textOf(printVerify(verification, { ...shell, format: 'junit' }))).toContain(
      '<testcase classname="g6-dashboards.verify" name="two"/>',
    );
  });

  it('of rules names each file that drifted', () => {
    const workspace = new SampleWorkspace(folder());
    const request = {
      ...requestIn(workspace),
      folder: workspace.at('rules'),
      rules: DEFAULT_RULE_OPTIONS,
    };
    expect(textOf(printRules({ ...request, dryRun: false }, shell))).toBe('');
    rmSync(`${request.folder}/tests.yml`);
    const drifted = printRulesCheck(request, shell);
    expect(drifted.status).toBe(8);
    expect(textOf(drifted)).toBe(
      `stdout: ::error file=${request.folder}/tests.yml,title=missing::missing:tests.yml: ` +
        'the file is not what would be written%0Ahint: rewrite them with r, or undo the edit\n',
    );
  });

  it('shows the problems of an input at their places', () => {
    const workspace = new SampleWorkspace(folder());
    const request = requestIn(workspace);
    writeFileSync(workspace.at('spec.yml'), 'version: 2\nfamilies: {one: , two: }\n');
    const refused = printVerify({ ...request, orphans: true }, shell);
    expect(refused.status).toBe(2);
    expect(textOf(refused)).toBe(
      `stdout: ::error file=${workspace.at('spec.yml')},line=1,col=10,title=wrong-value` +
        '::"version" must be 1, got 2\n',
    );
  });
});

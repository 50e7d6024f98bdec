import { printCoverage } from '../../src/reports/print-coverage';
import { printGenerate } from '../../src/reports/print-generate';
import { printLint } from '../../src/reports/print-lint';
import { printRules } from '../../src/reports/print-rules';
import { DEFAULT_OPTIONS } from '@g6/generation';
import { DEFAULT_RULE_OPTIONS } from '@g6/rules';
import { inTemporaryWorkspace } from '../../testing/temporary-workspace';
import { join } from 'node:path';

const HOSTILE =
  'x`\\n\\n# Owned <img src=http://e/x>\\n::error::z\\u001b[31m ![c](http://evil) @team';

const SPEC = `version: 1
families:
  fam_a:
    metrics:
      - name: a_total
        type: counter
        panels:
          - title: "${HOSTILE}"
            promql: "sum(rate(a_total[5m]))"
  fam_b:
    metrics:
      - name: b_total
        type: counter
        alerts:
          - {alert: "${HOSTILE}", expr: "b_total > 1"}
`;

const SHELL = { generateCommand: 'generate', rulesCommand: 'rules' };

/** The output of each command for a spec and a plan that try to break out of its lines. */
function outputs(spec: string, plan: string): string[] {
  return inTemporaryWorkspace({ 'spec.yml': spec, 'plans/a/plan.yaml': plan }, (root) => {
    const request = {
      spec: { spec: join(root, 'spec.yml') },
      plans: { folder: join(root, 'plans') },
      output: join(root, 'out'),
      options: DEFAULT_OPTIONS,
    };
    const print = [
      printGenerate({ ...request, scope: 'all', now: 0, dryRun: false }, SHELL),
      printRules(
        { ...request, folder: join(root, 'rules'), rules: DEFAULT_RULE_OPTIONS, dryRun: false },
        SHELL,
      ),
      ...(['text', 'markdown', 'json'] as const).map((format) =>
        printCoverage({ ...request, from: 'memory', failUnder: undefined }, { format }, SHELL),
      ),
      ...(['text', 'github', 'sarif', 'json'] as const).map((format) =>
        printLint({ ...request, from: 'memory', strict: false }, { format }, SHELL),
      ),
    ];
    return print.map(({ parts }) => parts.map(({ text }) => text).join(''));
  });
}

describe('texts of inputs that try to break out of their line', () => {
  it.each([
    [SPEC, 'slug: a\nfamilies: [fam_a, fam_b]\n'],
    [`version: 1\n"${HOSTILE}": 1\n`, 'slug: a\nfamilies: [fam_a]\n'],
    [SPEC, `slug: a\nfamilies: ["${HOSTILE}"]\n`],
    [SPEC.replace('a_total[5m]', HOSTILE.replaceAll('`', '')), 'slug: a\nfamilies: [fam_a]\n'],
  ])('stay in it', (spec, plan) => {
    const printed = outputs(spec, plan).filter((text) => text !== '');
    expect(printed.length).toBeGreaterThan(2);
    for (const text of printed) {
      expect(text).not.toMatch(/[^\P{Cc}\n]/u);
      // Our own commands, for the lines of a spec, begin a line; theirs never do.
      expect(text).not.toMatch(/^\s*::error::/m);
      expect(text).not.toMatch(/^# Owned/m);
    }
  });

  it('are code in Markdown', () => {
    const markdown = outputs(SPEC, 'slug: a\nfamilies: [fam_a, fam_b]\n').find((text) =>
      text.startsWith('# Dashboard coverage'),
    );
    expect(markdown).toContain('``');
    for (const line of (markdown ?? '').split('\n')) {
      const outside = line.replaceAll(/(`+).*?(?<!`)\1(?!`)/g, '');
      expect(outside).not.toMatch(/!\[|<img|@team|http:/);
    }
  });
});

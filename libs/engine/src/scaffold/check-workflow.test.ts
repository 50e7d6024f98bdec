import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkScript, checkWorkflow } from './check-workflow';
import { packageManagerAmong } from './package-manager';

describe('the workflow that checks dashboards', () => {
  it('is the template that is ready to copy', () => {
    const template = readFileSync(
      join(__dirname, '../../../../templates/github/check-dashboards.yml'),
      'utf8',
    );
    const manager = packageManagerAmong(() => false, false);
    const text = checkWorkflow({ ...manager, script: checkScript(manager.exec, []) });
    expect(template.replace(/^(?:#.*\n)+/, '')).toBe(text);
  });

  it.each([
    ['pnpm-lock.yaml', 'pnpm exec g6-dashboards check', 'pnpm install --frozen-lockfile'],
    ['yarn.lock', 'yarn g6-dashboards check', 'yarn install --frozen-lockfile'],
    ['bun.lock', 'bunx g6-dashboards check', 'bun install --frozen-lockfile'],
  ])('beside %s runs %s', (lockfile, command, install) => {
    const manager = packageManagerAmong((file) => file === lockfile, true);
    const script = checkScript(manager.exec, ['--spec metrics']);
    const text = checkWorkflow({ ...manager, script });
    expect(text).toContain(`          ${command} --spec metrics --prometheus`);
    expect(text).toContain(`      - run: ${install}\n`);
  });
});

import { CliWorkspace } from './cli-workspace';

/** Commands that write. */
const COMMANDS: readonly (readonly string[])[] = [
  ['generate'],
  ['rules'],
  ['inventory', '--out', 'reports/inventory.json'],
  ['inventory', '--format', 'csv', '--out', 'reports/list.csv'],
  ['coverage', '--out', 'reports/coverage.json'],
  ['lint', '--format', 'sarif', '--out', 'reports/lint.sarif'],
  ['import', 'metrics', 'exposition.txt'],
  ['export', '--format', 'resource', '--out', 'exported'],
];

describe('on a disk that is full', () => {
  it.each(COMMANDS.map((args) => ({ args })))(
    '$args says so in one line and leaves every file as it was',
    async ({ args }) => {
      const workspace = new CliWorkspace();
      try {
        workspace.write('exposition.txt', '# TYPE imported_total counter\nimported_total 1\n');
        if (args[0] !== 'generate') await workspace.run(['generate']);
        const before = workspace.everything();
        const { status, stderr } = workspace.runOnFullDisk(args);
        expect([1, 2]).toContain(status);
        const lines = stderr.split('\n').filter((line) => line.includes('cannot be written: '));
        expect(lines).toEqual([expect.stringMatching(/EFBIG|the file may not grow that large/)]);
        expect(stderr).not.toContain('    at ');
        expect(workspace.everything()).toEqual(before);
      } finally {
        workspace.remove();
      }
    },
  );
});

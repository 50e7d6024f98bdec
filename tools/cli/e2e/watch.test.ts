import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { waitUntil } from '@g6/dashboards/testing';
import { PROGRAM } from './cli-process';
import { CliWorkspace } from './cli-workspace';

describe('--watch', () => {
  let workspace: CliWorkspace;
  let child: ChildProcess;
  let output = '';

  beforeEach(() => {
    workspace = new CliWorkspace();
    output = '';
  });
  afterEach(async () => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
    workspace.remove();
  });

  function start(...args: readonly string[]): void {
    child = spawn(process.execPath, [PROGRAM, ...args, '--watch'], { cwd: workspace.root });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
  }
  const says = (text: string) => waitUntil(text, () => output.includes(text));
  const title = () =>
    (JSON.parse(workspace.read('dashboards/generated/bus.json')) as { title: string }).title;

  it('generates again after each edit, and writes nothing while there are errors', async () => {
    start('generate');
    await waitUntil('the dashboard', () => workspace.has('dashboards/generated/manifest.json'));
    workspace.write(
      'dashboards/plans/bus/plan.yaml',
      'slug: bus\nfamilies: [bus]\ntitle: Edited\n',
    );
    await waitUntil('the edit', () => title() === 'Edited');
    workspace.write('dashboards/plans/bus/plan.yaml', 'slug: bus\nfamilies: [bsu]\ntitle: Wrong\n');
    await says('nothing was written');
    expect(title()).toBe('Edited');
    workspace.write(
      'dashboards/plans/bus/plan.yaml',
      'slug: bus\nfamilies: [bus]\ntitle: Mended\n',
    );
    await waitUntil('the repair', () => title() === 'Mended');
  });

  it('verifies again after edits of inputs and of generated files', async () => {
    await workspace.run(['generate']);
    start('verify');
    await waitUntil('the first result', () => output !== '');
    workspace.plan('bus', 'bus, sse');
    await says('added:bus:');
    const before = output.length;
    const text = workspace.read('dashboards/generated/sse.json');
    workspace.write('dashboards/generated/sse.json', text.replace('"Sse"', '"Mine"'));
    await waitUntil('the next result', () => output.slice(before).includes('edited:sse'));
    expect(child.exitCode).toBeNull();
  });
});

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTempFolder } from '../../testing/temp-folder';
import { waitUntil } from '../../testing/wait-until';
import { watchInputs } from './watch-inputs';

describe('a watcher of inputs', () => {
  const root = useTempFolder();
  const at = (name: string) => join(root(), name);
  let calls = 0;
  let close = () => undefined as unknown;

  beforeEach(() => {
    calls = 0;
    writeFileSync(at('spec.yml'), 'a: 1\n');
    mkdirSync(at('plans/bus'), { recursive: true });
    writeFileSync(at('plans/bus/plan.yaml'), 'slug: bus\n');
    const inputs = () => [at('spec.yml'), at('plans'), at('later.yml')];
    close = watchInputs(inputs, () => {
      calls += 1;
    }).close;
  });
  afterEach(() => {
    close();
  });

  it.each([
    [
      'an edit',
      () => {
        writeFileSync(at('spec.yml'), 'a: 22\n');
      },
    ],
    [
      'an edit in a folder',
      () => {
        writeFileSync(at('plans/bus/plan.yaml'), 'slug: other\n');
      },
    ],
    [
      'a new file',
      () => {
        writeFileSync(at('later.yml'), '');
      },
    ],
    [
      'a file that goes',
      () => {
        rmSync(at('spec.yml'));
      },
    ],
    [
      'a new folder',
      () => {
        mkdirSync(at('plans/sse'));
        writeFileSync(at('plans/sse/plan.yaml'), 'slug: sse\n');
      },
    ],
  ])('tells of %s once', async (_, edit) => {
    edit();
    await waitUntil('a call', () => calls > 0);
    await pause(300);
    expect(calls).toBe(1);
  });

  it('is silent about other files, and after it was closed', async () => {
    writeFileSync(at('plans/bus/notes.txt'), 'hello');
    writeFileSync(at('other.yml'), 'b: 1\n');
    await pause(300);
    close();
    writeFileSync(at('spec.yml'), 'a: 333\n');
    await pause(300);
    expect(calls).toBe(0);
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

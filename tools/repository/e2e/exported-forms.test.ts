import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from '../testing/repository-copy';

const run = promisify(execFile);
const CHECK = join(REPOSITORY, 'scripts/conformance/export.mjs');
const PROGRAM = join(REPOSITORY, 'libs/engine/bin/g6-dashboards.js');

describe('every form of every dashboard of this repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'g6-forms-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is valid by what is published about the form', async () => {
    const { stdout } = await run(process.execPath, [CHECK]);
    expect(stdout).toMatch(/^\d+ by Kubernetes, \d+ by Perses, \d+ by Terraform; 0 findings\n$/);
  });

  /** Exports the dashboards, changes a file, and gives what the check finds. */
  async function findingsIn(format: string, file: string, change: (text: string) => string) {
    const out = join(folder, format);
    await run(process.execPath, [PROGRAM, 'export', '--format', format, '--out', out], {
      cwd: REPOSITORY,
    });
    writeFileSync(join(out, file), change(readFileSync(join(out, file), 'utf8')));
    const checked = await run(process.execPath, [CHECK, '--check', out]).catch(
      (error: unknown) => error as { readonly stderr: string },
    );
    return checked.stderr;
  }

  it.each([
    ['operator', 'g6-bus-health.yaml', 'resyncPeriod: 10m0s', 'resyncPeriod: [1]'],
    ['configmap', 'g6-bus-health.yaml', 'name: g6-bus-health', 'name: g6_bus_health'],
    ['prometheus-rule', 'alerts.yaml', /expr: .*/, 'expr: {}'],
    ['perses', 'g6-bus_health.yaml', 'kind: TimeSeriesChart', 'kind: []'],
    ['terraform', 'main.tf', 'metadata {', 'metadata'],
  ])('would be found wrong: %s', async (format, file, before, after) => {
    expect(await findingsIn(format, file, (text) => text.replace(before, after))).toContain(file);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SampleWorkspace } from '../../testing/sample-workspace';
import { printGenerate } from './print-generate';
import type { Printout, Shell } from './printer';

const DASHBOARDS = 1000;
const shell: Shell = { generateCommand: 'generate', rulesCommand: 'rules' };

/** A thousand dashboards, each over its cap, of metrics whose names are warned about. */
function thousand(root: string): SampleWorkspace {
  const workspace = new SampleWorkspace(root);
  const metricsOf = (family: number) =>
    Array.from({ length: 3 }, (_, i) => ({
      name: `f${family}_metric_${i}`,
      type: 'counter',
      ...(i === 0 && family < 50 ? { panels: [{ promql: `elsewhere${family}` }] } : {}),
    }));
  const families = Array.from({ length: DASHBOARDS }, (_, family) => [
    `f${family}`,
    { metrics: metricsOf(family) },
  ]);
  workspace.write(
    'spec.yml',
    JSON.stringify({ version: 1, families: Object.fromEntries(families) as object }),
  );
  workspace.unplan('one');
  workspace.unplan('two');
  for (let i = 0; i < DASHBOARDS; i++) workspace.plan(`f${i}`);
  return workspace;
}

const linesOf = ({ parts }: Printout) =>
  parts
    .map(({ text }) => text)
    .join('')
    .trimEnd()
    .split('\n');

describe('the report on a thousand dashboards', () => {
  const root = mkdtempSync(join(tmpdir(), 'report-length-'));
  const workspace = thousand(root);
  const { options, ...rest } = workspace.request();
  const request = { ...rest, options: { ...options, caps: { core: 2, efficiency: 0 } } };
  const generate = (changes: Partial<Shell> = {}) =>
    printGenerate({ ...request, scope: 'all', now: 1000, dryRun: true }, { ...shell, ...changes });

  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('has fewer than 40 lines, with the number of everything that it leaves out', () => {
    const lines = linesOf(generate());
    expect(lines.length).toBeLessThan(40);
    expect(lines).toContain('… and 2994 more warnings [counter-suffix]; --verbose lists all');
    expect(lines).toContain('… and 44 more warnings [metric-undefined]; --verbose lists all');
    expect(lines).toContain('… and 997 more dashboards; --verbose lists all');
    expect(lines).toContain('f0: over the cap, 2 automatic panels left out');
    expect(lines.at(-1)).toBe(
      '1000 dashboards: 1000 would be written, 0 unchanged; manifest would be written',
    );
  });

  it('has everything if asked for', () => {
    const lines = linesOf(generate({ detail: 'all' }));
    expect(lines.filter((line) => line.endsWith('[counter-suffix]'))).toHaveLength(3 * DASHBOARDS);
    expect(lines.filter((line) => line.endsWith(': would be written'))).toHaveLength(DASHBOARDS);
    expect(lines.join('\n')).not.toContain('--verbose');
  });

  it('is empty if asked for, while nothing is wrong', () => {
    expect(generate({ detail: 'quiet' }).parts).toEqual([]);
  });
});

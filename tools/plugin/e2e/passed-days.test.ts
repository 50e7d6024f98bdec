import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NxWorkspace } from './nx-workspace';

const SPEC = 'dashboards/spec/base.yml';
const DAY = 24 * 3600 * 1000;

/** Moves the clock of every process that Node.js runs. */
const OTHER_CLOCK = `
const shift = Number(process.env.CLOCK_SHIFT);
globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length === 0 ? [Date.now()] : args));
  }
  static now() {
    return super.now() + shift;
  }
};
`;

describe('dashboards:lint by the real Nx', () => {
  const workspace = new NxWorkspace(['bus_health']);
  afterAll(() => {
    workspace.dispose();
  });
  const clock = join(workspace.root, '.git', 'clock.cjs');
  const lintIn = (days: number) =>
    workspace.nx('run dashboards:lint', {
      NODE_OPTIONS: `--require ${clock}`,
      CLOCK_SHIFT: String(days * DAY),
    });

  it('is a hit from day to day, and runs again when the last day of a metric has passed', () => {
    writeFileSync(clock, OTHER_CLOCK);
    const last = new Date(Date.now() + 10 * DAY).toISOString().slice(0, 10);
    workspace.edit(
      SPEC,
      /^( +)- name: g6_bus_events_published_total$/m,
      `$&\n$1  deprecated: {remove_after: ${last}}`,
    );
    const first = lintIn(0);
    expect(first.output).not.toContain('[metric-overdue]');
    expect(first.hits).toEqual([]);
    for (const days of [1, 9]) expect(lintIn(days).hits).toEqual(['dashboards:lint']);
    const overdue = lintIn(12);
    expect(overdue).toMatchObject({ status: 1, hits: [] });
    expect(overdue.output).toContain('[metric-overdue]');
    expect(lintIn(0).hits).toEqual(['dashboards:lint']);
  });
});

import {
  fileMisplacement,
  folderMisplacement,
  type InputPlace,
  misplacedOutputs,
} from './output-placement';
import type { RawConfig } from './config';

const PLANS: InputPlace = { name: 'plans', path: 'boards/plans', isFile: false };
const METRICS: InputPlace = { name: 'spec', path: 'boards/metrics', isFile: false };
const SPEC: InputPlace = { name: 'spec', path: 'boards/spec/base.yml', isFile: true };

describe('misplacedOutputs', () => {
  const reasons = (written: RawConfig, workspace?: string) =>
    misplacedOutputs(written, undefined, workspace).map(
      ({ key, path, reason }) => `${key} ${path} ${reason}`,
    );

  it('finds nothing in the defaults', () => {
    expect(reasons({})).toEqual([]);
  });

  it.each<[RawConfig, string]>([
    [{ output: '../out' }, 'output ../out is outside the workspace'],
    [{ output: '/out' }, 'output /out is outside the workspace'],
    [{ rules: 'a/../../rules' }, 'rules a/../../rules is outside the workspace'],
    [{ output: './dashboards/plans/' }, 'output ./dashboards/plans/ is the folder of the plans'],
    [
      { output: 'dashboards/plans/out' },
      'output dashboards/plans/out is inside the folder of the plans (dashboards/plans)',
    ],
    [{ output: 'dashboards' }, 'output dashboards contains the plans (dashboards/plans)'],
    [{ rules: 'dashboards/spec' }, 'rules dashboards/spec is the folder of the spec'],
    [
      { spec: 'metrics', rules: 'metrics/rules' },
      'rules metrics/rules is inside the folder of the spec (metrics)',
    ],
  ])('refuses %j', (written, expected) => {
    expect(reasons(written)).toEqual([expected]);
  });

  it.each<RawConfig>([
    { output: 'dashboards/..out' },
    { output: 'dashboards/plans-out', rules: 'dashboards/plans-out/rules' },
    { spec: 'metrics.yml', plans: 'plans', output: 'out' },
    { spec: '.', plans: 'plans', output: 'out', rules: 'rules' },
    { spec: 'shop/metrics.yml', plans: 'shop/plans', output: 'shop/generated' },
  ])('allows %j', (written) => {
    expect(reasons(written)).toEqual([]);
  });

  it('allows an absolute path inside the workspace', () => {
    expect(reasons({ output: '/srv/acme/out' }, '/srv/acme')).toEqual([]);
  });
});

describe('folderMisplacement', () => {
  it('has room next to a file at the top of the workspace, and not for it', () => {
    const spec: InputPlace = { name: 'spec', path: 'spec.yml', isFile: true };
    expect(folderMisplacement('.', [spec], '/w')).toBeUndefined();
    expect(folderMisplacement('.', [{ ...spec, path: '.', isFile: false }], '/w')).toBe(
      'is the folder of the spec',
    );
  });
});

describe('fileMisplacement', () => {
  it.each([
    ['boards/plans/report.csv', 'is in the folder of the plans'],
    ['boards/plans/shop/plan.yaml', 'is inside the folder of the plans (boards/plans)'],
    ['boards/metrics/report.csv', 'is in the folder of the spec'],
    ['boards/spec/base.yml', 'is the file of the spec'],
    ['boards/spec/report.csv', 'is in the folder of the spec'],
    ['boards/report.csv', undefined],
    ['report.csv', undefined],
    ['/tmp/report.csv', undefined],
  ])('says of %s: %s', (file, expected) => {
    expect(fileMisplacement(file, [PLANS, METRICS, SPEC], '/w')).toBe(expected);
  });
});

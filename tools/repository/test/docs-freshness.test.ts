import { spawnSync } from 'node:child_process';
import { REPOSITORY } from '../testing/repository-copy';

describe('generated pages and schemas', () => {
  it('are up to date; npm run docs updates them', () => {
    const check = ['scripts/docs.mjs', '--check'];
    const { status, stdout, stderr } = spawnSync(process.execPath, check, {
      cwd: REPOSITORY,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

import { spawnSync } from 'node:child_process';
import { REPOSITORY } from '../testing/repository-copy';

describe('pages and schemas that are made from the code', () => {
  it('are what the code says; npm run docs renews them', () => {
    const check = ['scripts/docs.mjs', '--check'];
    const { status, stdout, stderr } = spawnSync(process.execPath, check, {
      cwd: REPOSITORY,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

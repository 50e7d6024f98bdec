import { createHash } from 'node:crypto';
import { readSpec } from './read-spec';
import { specFileNames } from './spec-files';
import { specMetrics } from './spec';

const FAMILY = (name: string) => `version: 1\nfamilies:\n  ${name}:\n    metrics: []\n`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a spec', () => {
  it('has the families and metrics of all its files, in the order of the files', () => {
    const metric = (name: string) =>
      `version: 1\nfamilies:\n  ${name}:\n    metrics:\n      - {name: ${name}_total, type: counter}\n`;
    const { spec, problems } = readSpec([
      { path: 'spec/b.yml', relativePath: 'b.yml', text: metric('b') },
      { path: 'spec/a.yml', relativePath: 'a.yml', text: metric('a') },
    ]);
    expect(problems).toEqual([]);
    expect(spec.families.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(specMetrics(spec).map(({ name }) => name)).toEqual(['b_total', 'a_total']);
  });

  it('of one file hashes to the digest of its bytes, whatever its path', () => {
    const text = FAMILY('bus');
    for (const path of ['base.yml', 'elsewhere/spec.yml']) {
      expect(readSpec([{ path, text }]).spec.hash).toBe(sha256(text));
    }
  });

  it('in a folder hashes the names and contents of its files, not where the folder is', () => {
    const hashOf = (folder: string, name: string, text: string) =>
      readSpec([{ path: `${folder}/${name}`, relativePath: name, text }]).spec.hash;
    const hash = hashOf('spec', 'bus.yml', FAMILY('bus'));
    expect(hashOf('elsewhere', 'bus.yml', FAMILY('bus'))).toBe(hash);
    expect(hashOf('spec', 'sse.yml', FAMILY('bus'))).not.toBe(hash);
    expect(hashOf('spec', 'bus.yml', FAMILY('sse'))).not.toBe(hash);
  });

  it('is incomplete if a file could not be read, is not YAML or has no families', () => {
    const whole = { path: 'a.yml', text: FAMILY('bus') };
    expect(readSpec([whole]).spec.incomplete).toBeUndefined();
    expect(readSpec([whole], undefined, false).spec.incomplete).toBe(true);
    for (const text of ['{', 'version: 1\n']) {
      expect(readSpec([whole, { path: 'b.yml', text }]).spec.incomplete).toBe(true);
    }
  });
});

describe('the file names of a spec', () => {
  it('are the YAML files of its folder in byte order', () => {
    const names = ['b.yml', 'notes.md', 'B.yaml', 'ä.yml', 'a.yml', 'a.yml.bak'];
    expect(specFileNames(names)).toEqual(['B.yaml', 'a.yml', 'b.yml', 'ä.yml']);
  });

  it('do not include the efficiency catalogue', () => {
    expect(specFileNames(['efficiency.yml', 'efficiency.yaml', 'efficiency-2.yml'])).toEqual([
      'efficiency-2.yml',
    ]);
  });
});

import { specFileNames } from './spec-file-names';

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

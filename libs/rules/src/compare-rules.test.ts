import { compareRules, ruleDriftToken } from './compare-rules';
import { ruleYaml } from './rule-yaml';

const rule = (record: string, expr = 'up') => ({ record, expr, labels: { job: 'g6' } });
const file = (...rules: object[]) =>
  ruleYaml({ groups: [{ name: 'one', interval: '30s', rules }] });
const tokens = (found: string | undefined, generated = file(rule('a'), rule('b'))) =>
  compareRules('recording.yml', generated, found).map(ruleDriftToken);

describe('compareRules', () => {
  it('finds nothing in the file as generated', () => {
    expect(tokens(file(rule('a'), rule('b')))).toEqual([]);
  });

  it('finds nothing where only comments and formatting differ', () => {
    const found = file(rule('a'), rule('b'))
      .replace(/^#.*$/m, '# mine')
      .replaceAll('job: g6', 'job: "g6"');
    expect(tokens(found)).toEqual([]);
  });

  it.each([
    ['a file that is not there', undefined, ['missing:recording.yml']],
    ['a file that is no YAML', '{', ['unreadable:recording.yml']],
    ['a file that holds nothing', '', ['unreadable:recording.yml']],
    ['a rule that is missing', file(rule('a')), ['missing:recording.yml:b']],
    ['a rule that is changed', file(rule('a'), rule('b', 'down')), ['changed:recording.yml:b']],
    [
      'a rule that nothing asks for',
      file(rule('a'), rule('b'), rule('c')),
      ['extra:recording.yml:c'],
    ],
    [
      'a rule that stands twice',
      file(rule('a'), rule('a'), rule('b')),
      ['extra:recording.yml:a #2'],
    ],
    ['rules in another order', file(rule('b'), rule('a')), ['edited:recording.yml']],
    [
      'another interval',
      file(rule('a'), rule('b')).replace('interval: 30s', 'interval: 1m'),
      ['edited:recording.yml'],
    ],
  ])('tells of %s', (_, found, expected) => {
    expect(tokens(found)).toEqual(expected);
  });

  it('compares tests by their names', () => {
    const tests = (...names: string[]) => ruleYaml({ tests: names.map((name) => ({ name })) });
    expect(tokens(tests('A fires'), tests('A fires', 'A stays silent'))).toEqual([
      'missing:recording.yml:A stays silent',
    ]);
  });
});

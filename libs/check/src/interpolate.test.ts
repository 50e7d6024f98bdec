import { type Choice, type ChosenValue, interpolate } from './interpolate';

const one = (value: string, several = false) => ({ values: [value], several });
const choice: Choice = new Map<string, ChosenValue>([
  ['bus', { values: ['a.b', 'c"d'], several: true }],
  ['plain', one('a.b')],
  ['multi', one('a.b', true)],
  ['all', { values: ['x'], several: true, verbatim: '.*' }],
  ['__range', one('6h')],
]);

describe('interpolate', () => {
  it.each([
    ['m{a=~"$bus"}', 'm{a=~"(a\\\\.b|c\\"d)"}'],
    ['m{a="$plain"}', 'm{a="a.b"}'],
    ['m{a=~"${plain:regex}"}', 'm{a=~"a\\\\.b"}'],
    ['m{a=~"[[multi]]"}', 'm{a=~"a\\\\.b"}'],
    ['m{a=~"$all"}', 'm{a=~".*"}'],
    ['m{a=~"${bus:pipe}"}', 'm{a=~"a.b|c"d"}'],
    ['rate(m[$__range])', 'rate(m[6h])'],
    ['m{a=~"$other"}', 'm{a=~"$other"}'],
    ['label_replace(m, "a", "$1", "b", "(.*)")', 'label_replace(m, "a", "$1", "b", "(.*)")'],
  ])('writes %s as Grafana sends it', (text, sent) => {
    expect(interpolate(text, choice)).toBe(sent);
  });
});

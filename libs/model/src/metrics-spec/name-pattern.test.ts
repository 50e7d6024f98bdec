import { fitsPattern } from './name-pattern';

describe('fitsPattern', () => {
  it.each([
    ['up', 'up', true],
    ['upper', 'up', false],
    ['kube_pod_info', 'kube_*', true],
    ['kube_', 'kube_*', true],
    ['kub', 'kube_*', false],
    ['a_b_total', '*_total', true],
    ['a_b_total', 'a*b*total', true],
    ['ab', 'a*b*b', false],
    ['aa', 'aa*a', false],
    ['anything', '*', true],
    ['a.b', 'a?b', false],
  ])('%s fits %s: %s', (name, pattern, fits) => {
    expect(fitsPattern(name, pattern)).toBe(fits);
  });
});

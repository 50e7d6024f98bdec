import fc from 'fast-check';
import { kubernetesName } from './kubernetes-names';

describe('kubernetesName', () => {
  it.each([
    ['g6-bus_health', 'g6-bus-health'],
    ['G6_Bus__Health_', 'g6-bus-health'],
    ['__', 'dashboard'],
    [`g6-${'a'.repeat(60)}`, `g6-${'a'.repeat(60)}`],
  ])('makes a name of %s', (uid, name) => {
    expect(kubernetesName(uid)).toBe(name);
  });

  it('tells long names apart that are the same at first', () => {
    const [one, two] = ['x', 'y'].map((end) => kubernetesName('a'.repeat(70) + end));
    expect(one).not.toBe(two);
    expect(one).toHaveLength(63);
  });

  it('follows the rules of Kubernetes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), (text) => {
        expect(kubernetesName(text)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
      }),
    );
  });
});

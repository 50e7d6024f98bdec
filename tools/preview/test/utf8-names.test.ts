import fc from 'fast-check';
import { nameInPath, nameOfPath } from '../src/utf8-names';

describe('a name of a label in a path', () => {
  it.each([
    ['http_route', 'http_route'],
    ['http.route', 'U__http_2e_route'],
    ['a_b.c', 'U__a__b_2e_c'],
    ['é', 'U___e9_'],
    ['1a', 'U__1a'],
  ])('%s is %s', (name, path) => {
    expect(nameInPath(name)).toBe(path);
    expect(nameOfPath(path)).toBe(name);
  });

  it('comes back whatever it is', () => {
    const names = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((name) => !name.startsWith('U__'));
    fc.assert(
      fc.property(names, (name) => {
        expect(nameInPath(name)).toMatch(/^[\w]+$/);
        expect(nameOfPath(nameInPath(name))).toBe(name);
      }),
    );
  });
});

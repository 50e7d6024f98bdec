import { didYouMean, didYouMeanOneOf, nearestName } from './nearest-name';

describe('nearestName', () => {
  it.each([
    ['lables', 'labels'],
    ['countr', 'counter'],
    ['guage', 'gauge'],
    ['Counter', 'counter'],
    ['TYPE', 'type'],
    ['titel', 'title'],
    ['metrcis', 'metrics'],
  ])('takes %s for %s', (wrong, meant) => {
    const known = ['labels', 'counter', 'gauge', 'histogram', 'type', 'title', 'metrics', 'help'];
    expect(nearestName(wrong, known)).toBe(meant);
    expect(didYouMean(wrong, known)).toBe(`did you mean "${meant}"?`);
  });

  it.each(['colour', 'x', 'ab', '', 'somethingelse'])('guesses nothing for %j', (wrong) => {
    expect(nearestName(wrong, ['labels', 'a', 'xy', 'type'])).toBeUndefined();
    expect(didYouMean(wrong, ['labels', 'a', 'xy', 'type'])).toBeUndefined();
  });

  it('gives a name as it is written', () => {
    expect(nearestName('searchall', ['SearchAll'])).toBe('SearchAll');
  });

  it('guesses nothing where nothing is known', () => {
    expect(nearestName('a', [])).toBeUndefined();
    expect(didYouMeanOneOf('a', [], 'there is')).toBeUndefined();
  });
});

describe('didYouMeanOneOf', () => {
  it('lists what is known where nothing is near, and not without end', () => {
    expect(didYouMeanOneOf('bsu', ['bus', 'sse'], 'there is')).toBe('did you mean "bus"?');
    expect(didYouMeanOneOf('other', ['bus', 'sse'], 'there is')).toBe('there is bus, sse');
    const many = Array.from({ length: 25 }, (_, index) => `family_${index}`);
    expect(didYouMeanOneOf('other', many, 'there is')).toMatch(
      /^there is family_0, .*, family_19, and 5 more$/,
    );
  });
});

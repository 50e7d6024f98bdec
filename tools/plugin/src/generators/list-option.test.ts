import { listOption, repeatedOption, sourcesOption } from './list-option';

describe('the values of an option', () => {
  it('are separated by commas, or given one by one', () => {
    expect(listOption(' a, b,')).toEqual(['a', 'b']);
    expect(listOption([1, 'b,c'])).toEqual(['1', 'b', 'c']);
    expect(listOption(' ')).toBeUndefined();
  });

  it('keep their commas where they may have some', () => {
    expect(repeatedOption('{job="a",zone="b"}')).toEqual(['{job="a",zone="b"}']);
    expect(repeatedOption(['up', ' '])).toEqual(['up']);
    expect(repeatedOption('')).toBeUndefined();
  });

  it('are files separated by commas, and addresses as they are', () => {
    expect(sourcesOption('a.yml, b.yml')).toEqual(['a.yml', 'b.yml']);
    expect(sourcesOption(['http://h/m?a=1,2', 'c,d'])).toEqual(['http://h/m?a=1,2', 'c', 'd']);
    expect(sourcesOption(undefined)).toEqual([]);
  });
});

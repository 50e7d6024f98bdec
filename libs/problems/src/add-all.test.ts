import { addAll } from './add-all';

describe('addAll', () => {
  it('adds lists of any length in order', () => {
    const list = [0];
    const long = Array.from({ length: 300_000 }, (_, index) => index + 1);
    addAll(list, long, new Set([-1]));
    expect(list).toHaveLength(300_002);
    expect(list.slice(-2)).toEqual([300_000, -1]);
  });
});

import { bySlug, compareText } from './text-order';

describe('compareText', () => {
  it('orders by code unit, not as a locale would', () => {
    expect(['b', 'ä', 'B', 'a', '_'].sort(compareText)).toEqual(['B', '_', 'a', 'b', 'ä']);
    expect(compareText('a', 'a')).toBe(0);
  });
});

describe('bySlug', () => {
  it('keeps the order inside a dashboard, and the list that it is given', () => {
    const items = [
      { slug: 'b', n: 1 },
      { slug: 'a', n: 2 },
      { slug: 'b', n: 3 },
    ];
    expect(bySlug(items).map(({ n }) => n)).toEqual([2, 1, 3]);
    expect(items[0]?.n).toBe(1);
  });
});

import { highest, lowest } from './extremes';

describe('extremes', () => {
  it('are found in lists of any length', () => {
    const numbers = Array.from({ length: 500_000 }, (_, i) => (i * 7919) % 500_009);
    expect(highest(numbers)).toBe(500_008);
    expect(lowest([3, -2, 5])).toBe(-2);
    expect([highest([]), lowest([])]).toEqual([-Infinity, Infinity]);
  });
});

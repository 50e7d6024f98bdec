import { summarize } from './query-outcome';

const series = (name: string, times: readonly number[], value = 1) => ({
  labels: { name },
  points: times.map((time) => [time, value] as const),
});

describe('the outcome of a query', () => {
  it('keeps of each series its range and its time, and of all the newest', () => {
    const {
      count,
      min,
      max,
      newest,
      series: kept,
    } = summarize({
      series: [series('a', [0, 60], 3), series('b', [60, 120], 5)],
    });
    expect({ count, min, max, newest }).toEqual({ count: 2, min: 3, max: 5, newest: 120 });
    expect(kept[0]).toEqual({ labels: { name: 'a' }, min: 3, max: 3, first: 0, last: 60 });
  });

  it('counts how often the set of series changes', () => {
    const turns = Array.from({ length: 12 }, (_, turn) => turn * 60);
    const even = turns.filter((time) => (time / 60) % 2 === 0);
    const odd = turns.filter((time) => (time / 60) % 2 === 1);
    expect(summarize({ series: [series('a', even), series('b', odd)] }).changes).toBe(11);
    expect(summarize({ series: [series('a', turns), series('b', turns)] }).changes).toBe(0);
  });

  it('has values that are no numbers, and none', () => {
    expect(summarize({ series: [series('a', [0], Number.NaN)] })).toMatchObject({
      count: 1,
      newest: 0,
      min: Infinity,
    });
    expect(summarize({ series: [] })).toMatchObject({ count: 0, changes: 0 });
    expect(summarize({ series: [] })).not.toHaveProperty('newest');
  });
});

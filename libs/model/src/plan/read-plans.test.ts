import { readPlans } from './read-plans';
import { selectPlans } from './select-plans';

const SPEC = { families: [], hash: '', incomplete: true } as const;
const read = (text: string) => readPlans([{ path: 'plans.yml', text }], SPEC);

describe('plans', () => {
  it.each([
    ['one plan', 'slug: a\nfamilies: [f]\n', ['a']],
    [
      'a list of plans',
      'dashboards:\n  - {slug: b, families: [f]}\n  - {slug: a, families: [f]}\n',
      ['a', 'b'],
    ],
  ])('are read from a file with %s, in slug order', (_, text, slugs) => {
    const { plans, problems, complete } = read(text);
    expect(problems).toEqual([]);
    expect(complete).toBe(true);
    expect(plans.map(({ slug }) => slug)).toEqual(slugs);
  });

  it('get a title from their slug, six hours and a refresh of 30 seconds by default', () => {
    const [plan] = read('slug: search_all\nfamilies: [f]\n').plans;
    expect(plan).toMatchObject({
      title: 'Search All',
      time: { from: 'now-6h', to: 'now' },
      refresh: '30s',
      tags: [],
      alertPreview: false,
    });
  });

  it('are selected by slug, with a problem for each unknown slug', () => {
    const reading = read(
      'dashboards:\n  - {slug: bus, families: [f]}\n  - {slug: sse, families: [f]}\n',
    );
    const { plans, problems } = selectPlans(reading, ['sse', 'bsu']);
    expect(plans.map(({ slug }) => slug)).toEqual(['sse']);
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'slug-unknown: no plan has the slug "bsu"',
    ]);
  });

  it('that could not all be read make no slug unknown', () => {
    const { problems } = selectPlans({ ...read('slug: bus\nfamilies: [f]\n'), complete: false }, [
      'sse',
    ]);
    expect(problems).toEqual([]);
  });
});

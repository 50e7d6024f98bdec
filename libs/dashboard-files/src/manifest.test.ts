import { manifestText } from './manifest';

const content = {
  spec_hash: '0123456789abcdef',
  count: 1,
  dashboards: [{ slug: 'a', uid: 'g6-a', families: ['f'], panel_count: 3 }],
};
const first = manifestText(content, undefined, 1000);

describe('manifestText', () => {
  it('is JSON with sorted keys and a newline at the end', () => {
    expect(first).toBe(
      `{
  "count": 1,
  "dashboards": [
    {
      "families": [
        "f"
      ],
      "panel_count": 3,
      "slug": "a",
      "uid": "g6-a"
    }
  ],
  "generated_at_unix": 1000,
  "spec_hash": "0123456789abcdef"
}
`,
    );
  });

  it('keeps its time while nothing else changes', () => {
    expect(manifestText(content, first, 2000)).toBe(first);
  });

  it('keeps its time if only spaces, line ends or the order of keys differ', () => {
    expect(manifestText(content, JSON.stringify(JSON.parse(first)), 2000)).toBe(first);
    expect(manifestText(content, first.replaceAll('\n', '\r\n'), 2000)).toBe(first);
    const { count, ...rest } = JSON.parse(first) as typeof content;
    expect(manifestText(content, JSON.stringify({ ...rest, count }), 2000)).toBe(first);
  });

  it('moves its time with anything else', () => {
    const changed = { ...content, spec_hash: 'fedcba9876543210' };
    expect(manifestText(changed, first, 2000)).toBe(manifestText(changed, undefined, 2000));
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a number', '5'],
    ['a list', '[]'],
    ['no time', JSON.stringify(content)],
    ['a time that is a text', JSON.stringify({ ...content, generated_at_unix: '1000' })],
    ['a time between seconds', JSON.stringify({ ...content, generated_at_unix: 0.5 })],
    ['a key too many', JSON.stringify({ ...content, generated_at_unix: 1000, note: '' })],
  ])('takes the time of now over %s', (_, previous) => {
    expect(manifestText(content, previous, 2000)).toBe(manifestText(content, undefined, 2000));
  });
});

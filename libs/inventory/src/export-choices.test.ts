import { chooseColumns, chooseSources, SOURCE_NAMES } from './export-choices';

describe('chooseColumns', () => {
  it('gives the default columns if none is asked for', () => {
    expect(chooseColumns(undefined).columns.join()).toBe('slug,title,metric,source,panel_uuid');
  });

  it('keeps the order asked for', () => {
    expect(chooseColumns(['unit', 'slug'])).toEqual({ columns: ['unit', 'slug'], problems: [] });
  });

  it.each([
    [['titel'], 'unknown column "titel"'],
    [['slug', 'slug'], 'the column "slug" is asked for twice'],
    [[], 'no column is named'],
  ])('refuses %j', (asked, message) => {
    const { problems } = chooseColumns(asked);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'option-value', severity: 'error' });
    expect(problems[0]?.message).toContain(message);
  });
});

describe('chooseSources', () => {
  it('keeps everything if no source is asked for', () => {
    expect(chooseSources(undefined)).toEqual({ sources: undefined, problems: [] });
  });

  it('takes every source, each of which has one name', () => {
    expect(new Set(SOURCE_NAMES).size).toBe(SOURCE_NAMES.length);
    expect(SOURCE_NAMES).toEqual(
      expect.arrayContaining(['spec', 'auto_rate', 'placeholder', 'alert_preview']),
    );
    expect(chooseSources(SOURCE_NAMES).problems).toEqual([]);
    expect(chooseSources(['week_before'], ['week_before']).problems).toEqual([]);
  });

  it('refuses a source that does not exist, with the nearest name', () => {
    expect(chooseSources(['auto_rat']).problems).toMatchObject([
      { hint: 'did you mean "auto_rate"?' },
    ]);
  });
});

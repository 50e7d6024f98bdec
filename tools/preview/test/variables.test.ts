import type { Panel, Variable } from '../src/dashboard/dashboard-model';
import type { DataReads } from '../src/dashboard/data-reads';
import { placeSections } from '../src/dashboard/repeats';
import { customOptions, filtered, sorted } from '../src/dashboard/variable-options';
import { ALL, filtersOf, resolveVariables, valuesOf } from '../src/dashboard/variables';
import { interpolate } from '../src/interpolate';

const SPAN = { start: 0, end: 60 };

/** Reads that remember what they were asked, and answer each label with its values. */
function readsOf(values: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = [];
  const api: DataReads = {
    labelValues: (label, selector = '') => {
      asked.push(`${label} of ${selector}`);
      return Promise.resolve(values[label] ?? []);
    },
    labelNames: (selector = '') => {
      asked.push(`names of ${selector}`);
      return Promise.resolve(Object.keys(values));
    },
    query: ({ expr, end }) => {
      asked.push(expr);
      const metric = { __name__: 'up', job: 'a' };
      return Promise.resolve({ resultType: 'vector', result: [{ metric, value: [end, '1'] }] });
    },
  };
  return { api, asked };
}

const query = (name: string, text: string, more: Partial<Variable> = {}): Variable => {
  return { name, type: 'query', query: text, ...more };
};

describe('the values of a custom variable', () => {
  it.each([
    ['a, b ,c', ['a', 'b', 'c']],
    ['a\\,b,c', ['a,b', 'c']],
    ['One : 1,Two and more : 2\\,5', ['1', '2,5']],
    ['http://x:80,y', ['http://x:80', 'y']],
  ])('of %s are %j', (list, values) => {
    expect(customOptions(list).map(({ value }) => value)).toEqual(values);
  });

  it('have texts of their own', () => {
    expect(customOptions('One : 1,2')).toEqual([
      { text: 'One', value: '1' },
      { text: '2', value: '2' },
    ]);
  });
});

describe('a pattern of a variable', () => {
  const values = ['shop-2', 'shop-10', 'Bank-1'];

  it.each([
    ['', ['shop-2', 'shop-10', 'Bank-1']],
    ['/shop-.*/', ['shop-2', 'shop-10']],
    ['/bank/i', ['Bank']],
    ['/-(\\d+)$/', ['2', '10', '1']],
    ['/(?<text>\\w+)-(?<value>\\d+)/', ['2', '10', '1']],
    ['shop-2', ['shop-2']],
    ['/(/', ['shop-2', 'shop-10', 'Bank-1']],
  ])('%s finds %j', (pattern, found) => {
    expect(filtered(values, pattern).map(({ value }) => value)).toEqual(found);
  });

  it('names the texts of values, and finds each once', () => {
    expect(filtered(['a-1', 'a-1', 'b-2'], '/(?<text>\\w)-(?<value>\\d)/')).toEqual([
      { text: 'a', value: '1' },
      { text: 'b', value: '2' },
    ]);
  });

  it.each([
    [0, 'b10 b9 A B1'],
    [1, 'A B1 b10 b9'],
    [2, 'b9 b10 B1 A'],
    [3, 'A B1 b9 b10'],
    [4, 'b10 b9 B1 A'],
    [5, 'A B1 b10 b9'],
    [6, 'b9 b10 B1 A'],
    [7, 'A B1 b9 b10'],
    [8, 'b10 b9 B1 A'],
  ])('is followed by the order %d', (order, expected) => {
    const options = ['b10', 'b9', 'A', 'B1'].map((value) => ({ text: value, value }));
    expect(sorted(options, order).map(({ value }) => value)).toEqual(expected.split(' '));
  });
});

describe('the options of a query variable', () => {
  it.each([
    ['label_values(job)', 'job of '],
    ['label_values(up{a="b,c"}, job)', 'job of up{a="b,c"}'],
    ['label_values(up, "http.route")', 'http.route of up'],
    ['label_values({"http.requests", a="b"}, "a\\"b")', 'a"b of {"http.requests", a="b"}'],
    ['label_names()', 'names of '],
    ['label_names(up)', 'names of up'],
    ['metrics(node_.*)', '__name__ of {__name__=~".*(?:node_.*).*"}'],
    ['query_result(topk(3, up))', 'topk(3, up)'],
  ])('come from %s', async (text, expected) => {
    const { api, asked } = readsOf({ job: ['a'] });
    await resolveVariables([query('v', text)], {}, api, SPAN);
    expect(asked).toEqual([expected]);
  });

  it('are series with their values from a query', async () => {
    const { api } = readsOf({});
    const variable = query('v', 'query_result(up)', { regex: '/job="(.*?)"/' });
    const [resolved] = await resolveVariables([variable], {}, api, SPAN);
    expect(resolved?.options).toEqual([{ text: 'a', value: 'a' }]);
  });

  it('read the variables that they name, wherever those stand', async () => {
    const { api, asked } = readsOf({ job: ['api', 'web'], pod: ['p'] });
    const variables = [
      query('pod', 'label_values(up{job=~"$job", zone="$zone"}, pod)'),
      query('job', 'label_values(up{zone="$zone"}, job)', { multi: true, includeAll: true }),
      { name: 'zone', type: 'custom', query: 'north,south' },
    ];
    const resolved = await resolveVariables(variables, { zone: ['south'] }, api, SPAN);
    expect(asked).toEqual(['job of up{zone="south"}', 'pod of up{job=~"(api|web)", zone="south"}']);
    expect(resolved.map(({ variable }) => variable.name)).toEqual(['pod', 'job', 'zone']);
  });

  it('are found in a circle too', async () => {
    const { api } = readsOf({ a: ['1'], b: ['2'] });
    const variables = [
      query('a', 'label_values(up{b="$b"}, a)'),
      query('b', 'label_values(up{a="$a"}, b)'),
    ];
    const resolved = await resolveVariables(variables, {}, api, SPAN);
    expect(resolved.map(({ chosen }) => chosen)).toEqual([['1'], ['2']]);
  });
});

describe('what is chosen of a variable', () => {
  const { api } = readsOf({ job: ['api', 'web.1'] });
  const shown = async (variable: Variable, choice?: readonly string[]) => {
    const choices = choice ? { [variable.name]: choice } : {};
    const resolved = await resolveVariables([variable], choices, api, SPAN);
    return interpolate('x{l=~"$v"} ${v:text}', valuesOf(resolved));
  };
  const job = query('v', 'label_values(job)', { multi: true, includeAll: true });

  it.each([
    ['all values', job, undefined, 'x{l=~"(api|web\\\\.1)"} All'],
    ['what stands for all', { ...job, allValue: '.+' }, undefined, 'x{l=~".+"} All'],
    ['one of several', job, ['web.1'], 'x{l=~"web\\\\.1"} web.1'],
    ['several', job, ['api', 'web.1'], 'x{l=~"(api|web\\\\.1)"} api + web.1'],
    ['what is offered', job, ['gone'], 'x{l=~"(api|web\\\\.1)"} All'],
    ['the default', { ...job, current: { value: ['api'] } }, undefined, 'x{l=~"api"} api'],
    ['the first', query('v', 'label_values(job)'), undefined, 'x{l=~"api"} api'],
    ['what is typed', { name: 'v', type: 'textbox', query: 'a,b' }, ['t,"'], 'x{l=~"t,\\""} t,"'],
    ['what is written', { name: 'v', type: 'textbox', query: 'a,b' }, undefined, 'x{l=~"a,b"} a,b'],
    ['an interval', { name: 'v', type: 'interval', query: "1m,'5m'" }, ['5m'], 'x{l=~"5m"} 5m'],
  ])('is %s', async (_, variable, choice, expected) => {
    expect(await shown(variable, choice)).toBe(expected);
  });

  it('is all even while there are no values', async () => {
    const none = query('v', 'label_values(none)', { includeAll: true, allValue: '.*' });
    expect(await shown(none)).toBe('x{l=~".*"} All');
  });

  it('is a filter of every query, for ad hoc variables', async () => {
    const adhoc = { name: 'f', type: 'adhoc' };
    const resolved = await resolveVariables([adhoc], { f: ['job="api"'] }, api, SPAN);
    expect(filtersOf(resolved)).toEqual(['job="api"']);
    expect(filtersOf(await resolveVariables([adhoc], {}, api, SPAN))).toEqual([]);
  });
});

describe('panels and rows that repeat', () => {
  const { api } = readsOf({ job: ['a', 'b', 'c', 'd', 'e'] });
  const job = query('job', 'label_values(job)', { multi: true, includeAll: true });
  const panel = (id: number, gridPos: Panel['gridPos'], more: Partial<Panel> = {}): Panel => {
    return { id, type: 'stat', title: 'Of $job', gridPos, ...more };
  };
  const placed = async (panels: readonly Panel[], chosen: readonly string[] = [ALL]) => {
    const resolved = await resolveVariables([job], { job: chosen }, api, SPAN);
    return placeSections(panels, resolved, valuesOf(resolved));
  };
  const places = (sections: Awaited<ReturnType<typeof placed>>) =>
    sections.flatMap(({ panels }) =>
      panels.map(({ panel: { gridPos }, variables }) => {
        return `${interpolate('$job', variables)} ${gridPos.x},${gridPos.y} ${gridPos.w}x${gridPos.h}`;
      }),
    );

  it('stand beside each other, as many in a line as they say', async () => {
    const repeated = panel(1, { x: 0, y: 0, w: 6, h: 4 }, { repeat: 'job', maxPerRow: 3 });
    expect(places(await placed([repeated, panel(2, { x: 0, y: 4, w: 24, h: 2 })]))).toEqual([
      'a 0,0 8x4',
      'b 8,0 8x4',
      'c 16,0 8x4',
      'd 0,4 8x4',
      'e 8,4 8x4',
      '(a|b|c|d|e) 0,8 24x2',
    ]);
  });

  it('stand below each other, and take what is chosen only', async () => {
    const repeated = panel(1, { x: 0, y: 0, w: 12, h: 4 }, { repeat: 'job', repeatDirection: 'v' });
    const right = panel(2, { x: 12, y: 0, w: 12, h: 4 });
    expect(places(await placed([repeated, right], ['b', 'd']))).toEqual([
      'b 0,0 12x4',
      'd 0,4 12x4',
      '(b|d) 12,0 12x4',
    ]);
  });

  it('are the whole row, with panels that see its value', async () => {
    const row = panel(1, { x: 0, y: 0, w: 24, h: 1 }, { type: 'row', repeat: 'job' });
    const inside = [
      panel(2, { x: 0, y: 1, w: 12, h: 4 }),
      panel(3, { x: 12, y: 1, w: 12, h: 4 }, { repeat: 'job' }),
    ];
    const sections = await placed([row, ...inside], ['a', 'c']);
    expect(
      sections.map(({ key, title, variables }) => [key, interpolate(title ?? '', variables)]),
    ).toEqual([
      ['1 a', 'Of a'],
      ['1 c', 'Of c'],
    ]);
    expect(places(sections)).toEqual(['a 0,1 12x4', 'a 12,1 12x4', 'c 0,1 12x4', 'c 12,1 12x4']);
  });

  it('stay as they are over a variable that is not there', async () => {
    const repeated = panel(1, { x: 0, y: 0, w: 6, h: 4 }, { repeat: 'none' });
    expect(places(await placed([repeated]))).toEqual(['(a|b|c|d|e) 0,0 6x4']);
  });
});

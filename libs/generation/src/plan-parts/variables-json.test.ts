import { sampleDashboard } from '../../testing/sample-dashboard';

const metrics = [
  { name: 'bare', type: 'gauge' },
  { name: 'sent_total', type: 'counter', labels: ['bus', 'type'] },
];

/** The variables of a dashboard without that of its datasource. */
function variables(plan: Readonly<Record<string, unknown>>): object[] {
  const { templating } = sampleDashboard({ metrics, plan });
  return (templating?.list ?? []).filter(({ name }) => name !== 'datasource');
}

const one = (variable: unknown) => variables({ variables: [variable] })[0];

describe('the variables of a plan', () => {
  it('of labels ask a series that has them, narrowed down by those before', () => {
    const queries = variables({ variables: ['job', 'bus', 'type'], filters: { type: 'x' } }).map(
      (variable) => (variable as { definition: string }).definition,
    );
    expect(queries).toEqual([
      'label_values(sent_total{type="x"}, job)',
      'label_values(sent_total{job=~"$job", type="x"}, bus)',
      'label_values(sent_total{job=~"$job", bus=~"$bus"}, type)',
    ]);
  });

  it('of labels ask for their values by the query that the plan gives', () => {
    const query = 'label_values(up{zone="a"}, bus)';
    const [bus] = variables({ variables: [{ label: 'bus', query }] });
    expect(bus).toMatchObject({ name: 'bus', query, definition: query, multi: true });
    const plan = { variables: [{ label: 'bus', query }], families: ['sample'] };
    const { panels } = sampleDashboard({ metrics, plan });
    const exprs = panels.flatMap((one) => ('targets' in one ? (one.targets ?? []) : []));
    expect(exprs).toContainEqual(
      expect.objectContaining({ expr: expect.stringContaining('bus=~"$bus"') as unknown }),
    );
  });

  it('of labels take several values, and All', () => {
    expect(one('bus')).toMatchInlineSnapshot(`
     {
       "allValue": ".*",
       "current": {
         "text": [
           "All",
         ],
         "value": [
           "$__all",
         ],
       },
       "datasource": {
         "type": "prometheus",
         "uid": "\${datasource}",
       },
       "definition": "label_values(sent_total, bus)",
       "hide": 0,
       "includeAll": true,
       "multi": true,
       "name": "bus",
       "options": [],
       "query": "label_values(sent_total, bus)",
       "refresh": 2,
       "regex": "",
       "skipUrlSync": false,
       "sort": 1,
       "type": "query",
     }
    `);
  });

  it('of queries, values, intervals, texts and constants have what Grafana keeps of each', () => {
    expect(
      one({
        name: 'q',
        query: 'label_values(up, job)',
        all: true,
        all_value: 'list',
        sort: 'none',
      }),
    ).toMatchInlineSnapshot(`
     {
       "current": {
         "text": "All",
         "value": "$__all",
       },
       "datasource": {
         "type": "prometheus",
         "uid": "\${datasource}",
       },
       "definition": "label_values(up, job)",
       "hide": 0,
       "includeAll": true,
       "multi": false,
       "name": "q",
       "options": [],
       "query": "label_values(up, job)",
       "refresh": 2,
       "regex": "",
       "skipUrlSync": false,
       "sort": 0,
       "type": "query",
     }
    `);
    expect(one({ name: 'v', values: ['a,b', { value: 1, text: 'one: 1' }], multi: true }))
      .toMatchInlineSnapshot(`
     {
       "current": {
         "text": [
           "a,b",
         ],
         "value": [
           "a,b",
         ],
       },
       "hide": 0,
       "includeAll": false,
       "multi": true,
       "name": "v",
       "options": [],
       "query": "a\\,b,one: 1 : 1",
       "skipUrlSync": false,
       "type": "custom",
     }
    `);
    expect(one({ name: 'i', interval: ['1m', '5m'], default: '5m' })).toMatchInlineSnapshot(`
     {
       "auto": false,
       "auto_count": 30,
       "auto_min": "10s",
       "current": {
         "text": "5m",
         "value": "5m",
       },
       "hide": 0,
       "name": "i",
       "options": [
         {
           "selected": false,
           "text": "1m",
           "value": "1m",
         },
         {
           "selected": true,
           "text": "5m",
           "value": "5m",
         },
       ],
       "query": "1m,5m",
       "refresh": 2,
       "skipUrlSync": false,
       "type": "interval",
     }
    `);
    expect(one({ name: 't', text: 'a', title: 'T', description: 'D' })).toMatchInlineSnapshot(`
     {
       "current": {
         "text": "a",
         "value": "a",
       },
       "description": "D",
       "hide": 0,
       "label": "T",
       "name": "t",
       "options": [
         {
           "selected": true,
           "text": "a",
           "value": "a",
         },
       ],
       "query": "a",
       "skipUrlSync": false,
       "type": "textbox",
     }
    `);
    expect(one({ name: 'c', constant: 'a' })).toMatchInlineSnapshot(`
     {
       "current": {
         "text": "a",
         "value": "a",
       },
       "hide": 2,
       "name": "c",
       "options": [
         {
           "selected": true,
           "text": "a",
           "value": "a",
         },
       ],
       "query": "a",
       "skipUrlSync": false,
       "type": "constant",
     }
    `);
    expect(one({ name: 'f', adhoc: true, hide: 'label' })).toMatchInlineSnapshot(`
     {
       "datasource": {
         "type": "prometheus",
         "uid": "\${datasource}",
       },
       "hide": 1,
       "name": "f",
       "skipUrlSync": false,
       "type": "adhoc",
     }
    `);
  });
});

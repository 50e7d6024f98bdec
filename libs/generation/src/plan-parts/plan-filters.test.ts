import { sampleDashboard } from '../../testing/sample-dashboard';

const metrics = [
  {
    name: 'sent_total',
    type: 'counter',
    labels: ['bus'],
    panels: [
      { title: 'Sent', promql: 'sum(rate(sent_total[5m])) / count(up)' },
      { title: 'One', promql: 'sent_total{bus="a"}' },
      { title: 'Free', promql: 'sum(sent_total)', filters: false },
      { title: 'Recorded', promql: 'sum(sent_total:rate_5m)' },
    ],
  },
];

function exprs(plan: Readonly<Record<string, unknown>>): Map<string, readonly string[]> {
  const { panels } = sampleDashboard({ metrics, plan });
  return new Map(
    panels.map(({ title, targets }) => [
      title ?? '',
      (targets ?? []).map(({ expr }) => String(expr)),
    ]),
  );
}

describe('the filters of a plan', () => {
  it('join the selectors of the metrics that have their labels', () => {
    const filtered = exprs({ variables: ['bus', 'job'] });
    expect(filtered.get('Sent')).toEqual([
      'sum(rate(sent_total{bus=~"$bus", job=~"$job"}[5m])) / count(up{job=~"$job"})',
    ]);
    expect(filtered.get('sent_total Rate by bus (5m auto)')).toEqual([
      'sum by (bus) (rate(sent_total{bus=~"$bus", job=~"$job"}[5m]))',
    ]);
  });

  it('leave out a label on which a selector matches already', () => {
    expect(exprs({ variables: ['bus', 'job'] }).get('One')).toEqual([
      'sent_total{bus="a", job=~"$job"}',
    ]);
  });

  it('leave out a panel that opts out', () => {
    expect(exprs({ variables: ['bus'] }).get('Free')).toEqual(['sum(sent_total)']);
  });

  it('compare for equality if only one value can be chosen', () => {
    const one = { label: 'bus', multi: false, all: false };
    expect(exprs({ variables: [one] }).get('Recorded')).toEqual([
      'sum(sent_total:rate_5m{bus="$bus"})',
    ]);
    expect(exprs({ variables: [one] }).get('One')).toEqual(['sent_total{bus="a"}']);
    expect(exprs({ variables: [one] }).get('Sent')).toEqual([
      'sum(rate(sent_total{bus="$bus"}[5m])) / count(up)',
    ]);
  });

  it('join a declared series by labels that its rule fixes, but those name no series', () => {
    const { panels } = sampleDashboard({
      metrics: [{ ...metrics[0]!, panels: [{ title: 'Declared', promql: 'bus:sent:rate5m' }] }],
      rules: [
        {
          record: 'bus:sent:rate5m',
          expr: 'sum without (instance) (rate(sent_total{job="shop"}[5m]))',
        },
      ],
      plan: { filters: { job: 'shop', bus: 'a', instance: 'b' } },
    });
    const declared = panels.find(({ title }) => title === 'Declared');
    expect(declared?.targets).toMatchObject([
      { expr: 'bus:sent:rate5m{job="shop", bus="a"}', legendFormat: '{{bus}}' },
    ]);
  });

  it('are those that the plan writes out, in the place of the variable of a label', () => {
    const plan = { variables: ['bus', 'job'], filters: { bus: '!~x|$bus', instance: 'a' } };
    expect(exprs(plan).get('Sent')).toEqual([
      'sum(rate(sent_total{job=~"$job", bus!~"x|$bus", instance="a"}[5m])) / count(up{job=~"$job", instance="a"})',
    ]);
  });

  it('filter the queries of annotations too', () => {
    const annotation = { name: 'Much', promql: 'sent_total > 5', color: 'red', tags: ['a', 'b'] };
    const plan = { variables: ['bus'], annotations: [annotation] };
    const { annotations } = sampleDashboard({ metrics, plan });
    expect(annotations?.list?.at(-1)).toMatchObject({
      name: 'Much',
      expr: 'sent_total{bus=~"$bus"} > 5',
      iconColor: 'red',
      tagKeys: 'a,b',
      step: '60s',
      enable: true,
    });
  });
});

import { checkPromQl, parsePromQl } from '@g6/promql';
import { sampleDashboard } from '../testing/sample-dashboard';

const LABELS = ['k8s.pod.name', 'nan'];
const metrics = [
  { name: 'http.server.requests', type: 'counter', labels: LABELS },
  { name: 'http.server.active', type: 'gauge', labels: LABELS },
  { name: 'http.server.duration', type: 'histogram', labels: LABELS, buckets: [1, 2] },
  { name: 'http.client.duration', type: 'histogram', native: true, labels: LABELS },
  { name: 'gc.pause', type: 'summary', labels: LABELS },
  { name: 'build.info', type: 'info', labels: LABELS },
  { name: 'mode.set', type: 'stateset', labels: LABELS },
];

const exprs = (plan: Readonly<Record<string, unknown>>): string[] =>
  sampleDashboard({ metrics, plan }).panels.flatMap(({ targets }) =>
    (targets ?? []).map(({ expr }) => String(expr)),
  );

describe('metrics and labels with UTF-8 names', () => {
  it.each([{}, { variables: [{ label: 'k8s.pod.name' }, 'job'] }, { rate_window: '10m' }])(
    'are quoted in every query of a plan with %j',
    (plan) => {
      const all = exprs(plan);
      expect(all.length).toBeGreaterThan(10);
      expect(all.flatMap((expr) => checkPromQl(parsePromQl(expr)))).toEqual([]);
    },
  );

  it('stand in braces and quotes', () => {
    expect(exprs({})).toEqual(
      expect.arrayContaining([
        'sum(rate({"http.server.requests"}[5m]))',
        'sum by ("k8s.pod.name") (rate({"http.server.requests"}[5m]))',
        'sum by ("nan") ({"http.server.active"})',
        '{"http.server.duration:p95_5m"}',
        'max by ("k8s.pod.name", "nan", "mode.set") ({"mode.set"})',
      ]),
    );
    expect(exprs({ variables: ['k8s.pod.name'] })).toEqual(
      expect.arrayContaining([
        'sum(rate({"http.server.requests", "k8s.pod.name"=~"$k8s_pod_name"}[5m]))',
        'histogram_quantile(0.95, sum(rate({"http.client.duration", "k8s.pod.name"=~"$k8s_pod_name"}[5m])))',
      ]),
    );
  });
});

import { sampleDashboard } from '../../../testing';
import type { Sample } from '../../../testing/sample-context';

function dashboard(sample: Sample) {
  return sampleDashboard({ ...sample, plan: { profile: 'standard', ...sample.plan } });
}

const depth = { name: 'queue_depth', type: 'gauge' };

describe('what a dashboard has besides panels', () => {
  it('are variables of the labels of targets, which filter every query', () => {
    const { templating, panels } = dashboard({ metrics: [depth] });
    expect(templating?.list?.map(({ name }) => name)).toEqual(['datasource', 'job', 'instance']);
    expect(templating?.list?.[1]).toMatchObject({
      label: 'Job',
      multi: true,
      includeAll: true,
      allValue: '.+',
    });
    expect(panels.at(-1)?.targets?.[0]).toMatchObject({
      expr: 'sum(queue_depth{job=~"$job", instance=~"$instance"})',
    });
  });

  it('are no variables of labels by which the plan filters itself', () => {
    const plan = { filters: { job: 'api' }, variables: [{ label: 'instance', name: 'node' }] };
    const { templating, panels } = dashboard({ metrics: [depth], plan });
    expect(templating?.list?.map(({ name }) => name)).toEqual(['datasource', 'node']);
    expect(panels.at(-1)?.targets?.[0]).toMatchObject({
      expr: 'sum(queue_depth{instance=~"$node", job="api"})',
    });
  });

  it('are the labels of targets that the spec names', () => {
    const { templating } = dashboard({ metrics: [depth], targetLabels: ['cluster', 'k8s.pod'] });
    expect(templating?.list?.map(({ name }) => name)).toEqual(['datasource', 'cluster', 'k8s_pod']);
  });

  it('are links to the runbooks of alerts, each once, as far as the header holds them', () => {
    const alert = (name: string, place: number) => ({
      ...{ alert: name, expr: 'queue_depth > 1' },
      runbook_url: `https://runbooks.example/${place}`,
    });
    const linksOf = (...alerts: object[]) => {
      const { links } = dashboard({ metrics: [{ ...depth, alerts }] });
      return links?.slice(1).map(({ title, url, targetBlank }) => [title, url, targetBlank]);
    };
    expect(linksOf(alert('A', 1), { ...alert('B', 1), expr: 'queue_depth > 2' })).toEqual([
      ['Runbook', 'https://runbooks.example/1', true],
    ]);
    expect(linksOf(alert('A', 1), alert('B', 2))).toEqual([
      ['Runbook of A', 'https://runbooks.example/1', true],
      ['Runbook of B', 'https://runbooks.example/2', true],
    ]);
    expect(linksOf(...[1, 2, 3, 4, 5, 6].map((place) => alert(`A${place}`, place)))).toEqual([]);
    expect(linksOf({ alert: 'A', expr: 'queue_depth > 1' })).toEqual([]);
  });

  it('are marks of new versions, where a metric tells them', () => {
    const build = { name: 'app_build_info', type: 'gauge', labels: ['version'] };
    expect(dashboard({ metrics: [build] }).annotations?.list?.at(-1)).toMatchObject({
      name: 'New version of app',
      expr: 'count by (version) (app_build_info{job=~"$job", instance=~"$instance"}) unless count by (version) (app_build_info{job=~"$job", instance=~"$instance"} offset 1m)',
    });
    expect(dashboard({ metrics: [depth] }).annotations?.list).toHaveLength(1);
  });
});

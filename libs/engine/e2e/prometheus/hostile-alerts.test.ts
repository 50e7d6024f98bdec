import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { overviewOf } from './overview';
import { openProvingGround, type ProvingGround } from './proving-ground';

/** Texts that a careless escape would break, in names, summaries and descriptions. */
const TEXTS = [
  'say "no" to \'quotes\'',
  'back\\slash \\n \\" at the end \\',
  '$1 and ${2} and $$ cost 5 $',
  'Größe – 日本語 🔎 𝒳',
  'two\nlines\tand a tab',
  '{ not a template } and { $value }}',
  '.*+?[a](b)|^{c}',
];

const alerts = TEXTS.map((text, position) => ({
  alert: `${position} ${text}`,
  // Every other one fires: half of the metrics are pushed over their threshold.
  expr: `sum(hostile_${position}) > 5`,
  severity: position === 0 ? 'very "critical" \\ $1' : 'warning',
  summary: text,
  description: text,
  for: '5m',
}));

describe('alerts with hostile texts, on a real Prometheus', () => {
  let folder = '';
  let ground: ProvingGround;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'g6-hostile-'));
    const metrics = alerts.map((alert, position) => ({
      name: `hostile_${position}`,
      type: 'gauge',
      alerts: [alert],
    }));
    // JSON is YAML.
    const spec = join(folder, 'spec.yml');
    writeFileSync(spec, JSON.stringify({ version: 1, families: { hostile: { metrics } } }));
    const plan = join(folder, 'plans.yml');
    writeFileSync(
      plan,
      JSON.stringify({ dashboards: [{ slug: 'hostile', families: ['hostile'] }] }),
    );
    ground = await openProvingGround({ spec, plans: { file: plan } });
  });
  afterAll(async () => {
    await ground.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stand in the overview letter for letter, firing or silent', async () => {
    const [dashboard] = ground.dashboards.values();
    const rows = await overviewOf(dashboard!, ground.prometheus);
    const expected = alerts.map(({ alert, severity, summary }, position) => ({
      alertname: alert,
      severity,
      summary,
      firing: position % 2 === 0 ? 1 : 0,
    }));
    const byName = (a: { alertname: string }, b: { alertname: string }) =>
      a.alertname < b.alertname ? -1 : 1;
    expect([...rows].sort(byName)).toEqual(expected.sort(byName));
  });

  it('have rules that promtool accepts and whose tests pass', () => {
    const { outcome, output } = ground.ruleTests;
    expect(output).not.toMatch(/FAILED/);
    expect(outcome).toBe('passed');
  });

  it('are loaded as rules letter for letter', async () => {
    const { groups } = await ground.prometheus.get<{
      groups: { rules: { name: string; type: string; alerts?: LoadedAlert[] }[] }[];
    }>('rules');
    const rules = groups.flatMap((group) => group.rules).filter(({ type }) => type === 'alerting');
    expect(rules.map(({ name }) => name).sort()).toEqual(alerts.map(({ alert }) => alert).sort());
    const firing = rules.flatMap(({ alerts: active = [] }) => active);
    expect(firing).toHaveLength(ground.platform.pushed.length);
    for (const { labels, annotations } of firing) {
      const written = alerts.find(({ alert }) => alert === labels['alertname']);
      expect(annotations).toMatchObject({
        summary: written?.summary,
        description: written?.description,
      });
      expect(labels['severity']).toBe(written?.severity);
    }
  });
});

interface LoadedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

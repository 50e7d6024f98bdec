import { generateInMemory, hasErrors, renderProblems } from '@g6/dashboards';

const spec = `
version: 1
families:
  bus:
    metrics:
      - {name: bus_events_total, type: counter, help: Events on the bus., labels: [bus]}
`;
const plans = 'dashboards: [{slug: bus, families: [bus], profile: standard}]';

const { problems, dashboards } = generateInMemory({
  spec: { path: 'spec.yml', text: spec },
  plans: { path: 'plans.yml', text: plans },
  options: { uidPrefix: 'ops-' },
});

if (hasErrors(problems)) throw new Error(renderProblems(problems));
for (const { slug, json, text } of dashboards) {
  console.log(`${slug}: ${json.uid} "${json.title}", ${text.length} characters`);
  for (const { title, type } of json.panels) console.log(`  ${type}: ${title}`);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPromQl, parsePromQl } from '@g6/promql';
import { dashboardExprs, type AskingDashboard } from '@g6/dashboards/testing';

const folder = join(__dirname, '../../../dashboards/generated');
const files = readdirSync(folder).filter((name) => name !== 'manifest.json');

describe('the committed dashboards', () => {
  it('include those of the spec', () => {
    expect(files).toContain('bus_health.json');
  });

  it.each(files)('%s contains only queries that Prometheus accepts', (file) => {
    const dashboard = JSON.parse(readFileSync(join(folder, file), 'utf8')) as AskingDashboard;
    const exprs = dashboardExprs(dashboard);
    expect(exprs.length).toBeGreaterThan(0);
    const faults = exprs.flatMap((expr) => checkPromQl(parsePromQl(expr)));
    expect(faults).toEqual([]);
  });
});

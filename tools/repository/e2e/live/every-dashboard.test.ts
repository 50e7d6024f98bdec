import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '@g6/cli';
import { StandInGrafana } from '../../testing/grafana';
import { REPOSITORY } from '../../testing/repository-copy';

const EXAMPLES = join(REPOSITORY, 'examples');
const WORKSPACES = [
  [
    'dashboards',
    [
      '--spec',
      join(REPOSITORY, 'dashboards/spec'),
      '--plans',
      join(REPOSITORY, 'dashboards/plans'),
    ],
  ],
  ...readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, ['--config', join(EXAMPLES, name, 'g6.config.yaml')]] as const),
] as const;

describe.each(['classic', 'v1', 'v1beta1'])('by the API %s', (api) => {
  it.each(WORKSPACES)(
    'all dashboards of %s are pushed, and are the same then',
    async (_name, inputs) => {
      const grafana = await StandInGrafana.start();
      const run = async (command: string) => {
        let stdout = '';
        const quiet = { write: (text: string) => (stdout += text) };
        const args = [
          command,
          ...inputs,
          '--grafana',
          grafana.url,
          '--api',
          api,
          '--folder',
          'All',
        ];
        const status = await runCli(['node', 'g6-dashboards', ...args], {
          env: { GRAFANA_TOKEN: grafana.behaviour.token },
          now: () => 0,
          stdout: quiet,
          stderr: { write: () => undefined },
        });
        return { status, stdout };
      };
      expect((await run('push')).status).toBe(0);
      const compared = await run('diff');
      const { size } = grafana.store.dashboards;
      await grafana.stop();
      expect(size).toBeGreaterThan(0);
      expect(compared).toMatchObject({ status: 0 });
      expect(compared.stdout).toContain('no difference');
      expect(grafana.faults).toEqual([]);
    },
  );
});

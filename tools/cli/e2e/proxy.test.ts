import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useServers, useTempFolder } from '@g6/dashboards/testing';
import { runProcess } from './cli-process';

const folder = useTempFolder();
const servers = useServers();

// The library is tried in every way elsewhere; this is what the package bundles of the HTTP client.
describe('the command line behind a proxy', () => {
  it('reads an HTTPS server through a tunnel, with a client certificate', async () => {
    const { url, files } = await servers.secure(folder(), (_request, response) => {
      response.end('# TYPE depth gauge\ndepth 1\n');
    });
    const { host, asked } = await servers.proxy();
    const env = { HTTPS_PROXY: `http://${host}` };
    const paths = ['--spec', join(folder(), 'spec.yml'), '--plans', join(folder(), 'plans')];
    const secrets = ['--cert', files.cert, '--key', files.key, '--ca', files.ca];
    const { status, stderr } = await runProcess(
      ['import', 'metrics', `${url}/metrics`, ...secrets, ...paths],
      { env },
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(asked).toEqual([url.slice('https://'.length)]);
    expect(readFileSync(join(folder(), 'spec.yml'), 'utf8')).toContain('name: depth');
  });
});

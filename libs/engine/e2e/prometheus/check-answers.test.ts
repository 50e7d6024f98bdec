import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRun } from '../../src/run/check-run';
import { lintRun } from '../../src/run/lint-run';
import { problemOf, reply, sound, useOddServers } from './odd-servers';

const { folder, serve, requestFor } = useOddServers();

describe('a check against a server that', () => {
  it.each([
    ['a page', '<html>Log in</html>', 200],
    ['other JSON', '{"hello": 1}', 200],
    ['no data', '{"status": "success"}', 200],
  ])('answers with %s is no Prometheus', async (_, body, status) => {
    const host = await serve((_request, response) => {
      response.statusCode = status;
      response.end(body);
    });
    expect(await problemOf(requestFor(`http://${host}`))).toMatch(
      /answered (?:200, but not as Prometheus does|without data)/,
    );
  });

  it('has a result of another form is no Prometheus', async () => {
    const host = await serve((_, response) => {
      reply(response, { resultType: 'vector', result: [{ metric: 7 }] });
    });
    expect(await problemOf(requestFor(`http://${host}`))).toContain(
      'of the form that Prometheus has',
    );
  });

  it('lacks a part of its data is believed what it has, and nothing else', async () => {
    const warnings = ['store-2.example: connection refused'];
    const host = await serve((request, response, body) => {
      const { url = '' } = request;
      const query = new URLSearchParams(body).get('query') ?? '';
      if (query === 'vector(1)') {
        sound(request, response, body);
        return;
      }
      const series = [{ metric: { __name__: 'm' }, values: [[1_800_000_000, '1']] }];
      const data = url.includes('/query')
        ? { resultType: 'matrix', result: query.startsWith('m + 0') ? series : [] }
        : [];
      response.end(JSON.stringify({ status: 'success', data, warnings }));
    });
    const { findings, panels, unanswered } = await checkRun(requestFor(`http://${host}`));
    const said = 'the answer is incomplete: store-2.example: connection refused';
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      `panel-failing: "Panel 1" on "shop" fails: ${said}`,
    ]);
    expect(panels).toEqual({ data: 1, empty: 0, failing: 1 });
    expect(unanswered).toEqual([
      `the series of m and others: ${said}`,
      `the types of metrics: ${said}`,
      `the rules of the server: ${said}`,
      `metrics that nothing reads: ${said}`,
    ]);
  });

  it.each([
    ['unavailable', 'TSDB not ready'],
    ['timeout', 'query timed out in expression evaluation'],
  ])('says %s of everything is not blamed on the dashboards', async (errorType, error) => {
    const host = await serve((_, response) => {
      response.statusCode = 503;
      response.end(JSON.stringify({ status: 'error', errorType, error }));
    });
    const url = `http://${host}`;
    expect(await problemOf(requestFor(url))).toBe(`${url}: ${errorType}: ${error}`);
  });

  it('finds what an exception allows counts it and reports nothing', async () => {
    const host = await serve((request, response, body) => {
      if (!decodeURIComponent(body).replaceAll('+', ' ').includes('m   1')) {
        sound(request, response, body);
        return;
      }
      response.statusCode = 422;
      response.end('{"status":"error","errorType":"execution","error":"too many samples"}');
    });
    const request = requestFor(`http://${host}`);
    const spec = join(folder(), 'spec.yml');
    const plan = join(folder(), 'plans/shop/plan.yaml');
    const [plainSpec, plainPlan] = [spec, plan].map((path) => readFileSync(path, 'utf8'));
    const exception = { 'x-lint-ignore': [{ 'panel-failing': 'the server is small' }] };
    const outcome = async () => {
      const { status, findings, excepted } = await checkRun(request);
      return { status, findings: findings.length, excepted };
    };
    writeFileSync(
      spec,
      (plainSpec ?? '').replace(
        '{"name":"m"',
        `${JSON.stringify(exception).slice(0, -1)},"name":"m"`,
      ),
    );
    expect(await outcome()).toEqual({ status: 0, findings: 0, excepted: 1 });
    writeFileSync(spec, plainSpec ?? '');
    writeFileSync(plan, `${plainPlan ?? ''}x-lint-ignore: [panel-failing: the server is small]\n`);
    expect(await outcome()).toEqual({ status: 0, findings: 0, excepted: 1 });
    writeFileSync(plan, plainPlan ?? '');
    expect(await outcome()).toEqual({ status: 10, findings: 1, excepted: 0 });
    const linted = lintRun({ ...request, from: 'memory', strict: false });
    expect(linted.findings.filter(({ rule }) => rule.endsWith('-exception'))).toEqual([]);
  });

  it('refuses a query makes a panel fail, in its own words', async () => {
    const host = await serve((request, response, body) => {
      if (!decodeURIComponent(body).replaceAll('+', ' ').includes('m   1')) {
        sound(request, response, body);
        return;
      }
      response.statusCode = 422;
      response.end('{"status":"error","errorType":"execution","error":"too many samples"}');
    });
    const { findings, panels, status } = await checkRun(requestFor(`http://${host}`));
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'panel-failing: "Panel 1" on "shop" fails: execution: too many samples',
    ]);
    expect({ panels, status }).toEqual({ panels: { data: 1, empty: 0, failing: 1 }, status: 10 });
  });
});

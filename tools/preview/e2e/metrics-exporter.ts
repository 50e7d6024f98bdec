import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PreviewCatalogue } from '@g6/dashboards';
import { type AskingDashboard, dashboardExprs } from '@g6/dashboards/testing';
import { type LabelMatcher, parsePromQl, readSelectors } from '@g6/promql';
import { interpolate } from '../src/interpolate';
import { type RawSeries, rawSeries } from '../src/synthetic/raw-series';
import { NATIVE } from '../src/synthetic/value';
import { nativeHistograms } from './native-exposition';

/** The workspace of dashboards that read what an exporter exposes. */
export interface ExportedWorkspace {
  readonly catalogue: PreviewCatalogue;
  /** Folder of its generated dashboards. */
  readonly generated: string;
}

interface ExportedDashboard extends AskingDashboard {
  readonly templating?: { readonly list?: readonly { readonly definition?: string }[] };
}

const WINDOWS = { __rate_interval: '1m', __interval: '15s', __range: '1h', __range_s: '3600' };

/** Every expression that Prometheus evaluates for a workspace: of panels, annotations and rules. */
function exprsOf({ catalogue, generated }: ExportedWorkspace): string[] {
  const dashboards = readdirSync(generated)
    .map((name) => JSON.parse(readFileSync(join(generated, name), 'utf8')) as ExportedDashboard)
    .filter(({ panels }) => Array.isArray(panels));
  const written = dashboards.flatMap((dashboard) => dashboardExprs(dashboard));
  const chosenFrom = dashboards.flatMap(({ templating }) =>
    (templating?.list ?? []).flatMap(({ definition = '' }) => {
      return /^label_values\((.+), *[^,]+\)$/.exec(definition)?.[1] ?? [];
    }),
  );
  return [...written, ...chosenFrom, ...Object.values(catalogue.recorded)].map((expr) =>
    // What a variable stands for is any value here.
    interpolate(expr, WINDOWS).replace(/\$\{?\w+(?::\w+)?\}?/g, '.*'),
  );
}

/** The series that the expressions of a workspace select, as a target would expose them. */
function seriesOf(workspace: ExportedWorkspace): readonly RawSeries[] {
  const { catalogue } = workspace;
  const known = new Map<string, RawSeries>();
  for (const expr of exprsOf(workspace)) {
    for (const { name, matchers } of readSelectors(parsePromQl(expr))) {
      if (name === undefined || name === 'ALERTS' || Object.hasOwn(catalogue.recorded, name))
        continue;
      for (const series of rawSeries(name, matchers.map(anyOfVariable), catalogue, [])) {
        known.set(JSON.stringify(series.labels), series);
      }
    }
  }
  return [...known.values()];
}

/** A matcher on a variable selects one of all values, so all of them are there. */
function anyOfVariable(matcher: LabelMatcher): LabelMatcher {
  return matcher.value.includes('.*') ? { ...matcher, operator: '=~', value: '.*' } : matcher;
}

/** Serves the text format at `/metrics`, and native histograms at `/native`. */
export class MetricsExporter {
  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  /** Starts an exporter on a free port of the loopback interface. */
  static async start(workspaces: readonly ExportedWorkspace[]): Promise<MetricsExporter> {
    const all = workspaces.flatMap(seriesOf);
    const isNative = ({ labels }: RawSeries) => labels[NATIVE] !== undefined;
    const plain = all.filter((series) => !isNative(series));
    const native = all.filter(isNative);
    const server = createServer((request, response) => {
      const now = Date.now() / 1000;
      if (request.url === '/native') {
        response.setHeader('content-type', NATIVE_TYPE);
        response.end(nativeHistograms(native, now));
      } else {
        response.setHeader('content-type', 'text/plain; version=0.0.4');
        response.end(plain.map((series) => lineOf(series, now)).join(''));
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new MetricsExporter(server, `127.0.0.1:${port}`);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

const NATIVE_TYPE =
  'application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited';

function lineOf({ labels, at }: RawSeries, seconds: number): string {
  const { __name__: name = '', ...others } = labels;
  const pairs = Object.entries(others).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `${name}{${pairs.join(',')}} ${at(seconds)}\n`;
}

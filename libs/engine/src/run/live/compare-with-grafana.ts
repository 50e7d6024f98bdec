import {
  compareLive,
  type GrafanaApi,
  type GrafanaFailure,
  isPushed,
  type LiveComparison,
  type LiveDashboard,
  orphanOf,
  type Reading,
  type WantedDashboard,
} from '@g6/live-grafana';
import { compareText } from '@g6/problems';
import type { LiveRequest } from './live-request';

/** A dashboard that should be in Grafana, undefined for one without a plan, and what is there. */
export interface ComparedDashboard {
  readonly wanted: WantedDashboard | undefined;
  readonly found: LiveComparison;
}

/** Reads what Grafana has and compares it; nothing is written, not even as a trial. */
export async function compareWithGrafana(
  wanted: readonly WantedDashboard[],
  planned: readonly string[],
  api: GrafanaApi,
  request: LiveRequest,
): Promise<Reading<readonly ComparedDashboard[]>> {
  const { only, options, onProgress } = request;
  const failures: GrafanaFailure[] = [];
  let done = 0;
  const compared = await Promise.all(
    wanted.map(async (dashboard): Promise<ComparedDashboard[]> => {
      // What fails once fails for all; the first failure is the one to report.
      if (failures.length > 0) return [];
      const { data, failure } = await readWithMessages(dashboard.uid, api, options.metaKey);
      if (failure) {
        failures.push(failure);
        return [];
      }
      done += 1;
      onProgress?.(done, wanted.length);
      const { live, messages } = data;
      return [
        { wanted: dashboard, found: compareLive(dashboard, live, options.metaKey, messages) },
      ];
    }),
  );
  const [failure] = failures;
  if (failure) return { failure };
  if (only !== undefined) return { data: inOrder(compared.flat()) };
  const orphans = await findOrphans(planned, api, request);
  if (orphans.failure) return { failure: orphans.failure };
  return { data: inOrder([...compared.flat(), ...orphans.data]) };
}

async function readWithMessages(
  uid: string,
  api: GrafanaApi,
  metaKey: string,
): Promise<Reading<{ live: LiveDashboard | undefined; messages: readonly string[] }>> {
  const { data: live, failure } = await api.read(uid);
  if (failure) return { failure };
  const isUnmarked = live && live.spec[metaKey] === undefined && live.managedBy === undefined;
  if (!isUnmarked) return { data: { live, messages: [] } };
  const messages = await api.messages(uid);
  return messages.failure
    ? { failure: messages.failure }
    : { data: { live, messages: messages.data } };
}

/** Finds the dashboards that were pushed and that no plan asks for. */
async function findOrphans(
  planned: readonly string[],
  api: GrafanaApi,
  { options }: LiveRequest,
): Promise<Reading<readonly ComparedDashboard[]>> {
  const { metaKey, uidPrefix, tags } = options;
  const { data, failure } = await api.list(tags.at(-1) ?? '');
  if (failure) return { failure };
  const slugs = new Set(planned);
  return {
    data: data.flatMap((live) => {
      const slug = live.uid.slice(uidPrefix.length);
      const isForeign = !live.uid.startsWith(uidPrefix) || !isPushed(live, metaKey);
      if (isForeign || slugs.has(slug)) return [];
      return [{ wanted: undefined, found: orphanOf(live, slug, metaKey) }];
    }),
  };
}

function inOrder(compared: readonly ComparedDashboard[]): ComparedDashboard[] {
  return compared.toSorted((a, b) => compareText(a.found.slug, b.found.slug));
}

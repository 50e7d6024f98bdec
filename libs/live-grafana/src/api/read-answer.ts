import { failureOfStatus, type GrafanaAnswer, type Reading } from './grafana-request';

/**
 * Reads one thing, undefined if the server says that there is none. A 404 of something else than Grafana,
 * or of an address that lacks a part of its path, is a failure: nothing may be taken for missing by it.
 */
export function readOne<Data>(
  answer: GrafanaAnswer,
  take: (body: unknown) => Data | undefined,
  isMissing: (body: unknown) => boolean,
): Reading<Data | undefined> {
  if (answer.failure) return { failure: answer.failure };
  const { status, body } = answer;
  if (status === 404 && isMissing(body)) return { data: undefined };
  const data = status === 200 ? take(body) : undefined;
  if (data !== undefined) return { data };
  return { failure: failureOfStatus(status, status === 200 ? undefined : body) };
}

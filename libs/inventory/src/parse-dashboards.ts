import { META_KEY } from '@g6/model';
import { withOwnMetaKey } from '@g6/generation';
import { placelessProblem, type Problem } from '@g6/problems';
import { isJsonObject, type JsonObject } from './json-object';
import type { NamedDashboard } from './read-panels';

/** The text of a dashboard's file. */
export interface DashboardText {
  readonly slug: string;
  /** The path as the user would type it. */
  readonly path: string;
  readonly text: string;
}

/** Generated dashboards, and a problem for every file that is none. */
export interface DashboardsReading {
  readonly dashboards: readonly NamedDashboard[];
  readonly problems: readonly Problem[];
}

/**
 * Reads generated dashboards. A file that is no dashboard is an error, because its panels would be
 * missing in silence; a dashboard of other origin is left out with a warning.
 */
export function parseDashboards(
  files: readonly DashboardText[],
  metaKey: string = META_KEY,
): DashboardsReading {
  const dashboards: NamedDashboard[] = [];
  const problems: Problem[] = [];
  for (const { slug, path, text } of files) {
    const json = parseObject(text, metaKey);
    if (!json || !Array.isArray(json['panels'])) {
      const message =
        'is no dashboard: ' + (json ? 'it has no list of panels' : 'it is no JSON object');
      problems.push(placelessProblem(path, 'dashboard-unreadable', message));
    } else if (!isJsonObject(json[META_KEY])) {
      const message = `is a dashboard without "${metaKey}"; it was not generated, and is left out`;
      problems.push({
        ...placelessProblem(path, 'dashboard-foreign', message),
        severity: 'warning',
      });
    } else {
      dashboards.push({ slug, path, json });
    }
  }
  return { dashboards, problems };
}

function parseObject(text: string, metaKey: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? (withOwnMetaKey(value, metaKey) as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

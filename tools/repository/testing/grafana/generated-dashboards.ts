import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../repository-copy';
import type { Json } from './stored-dashboard';

/** A dashboard of this repository, by the path of its file. */
export interface GeneratedDashboard {
  readonly path: string;
  readonly json: Json;
}

/** The generated dashboards of this repository and of its examples. */
export function generatedDashboards(): GeneratedDashboard[] {
  return ['dashboards', 'examples', 'docs/reference']
    .flatMap((folder) =>
      readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path}`,
      ),
    )
    .filter((path) => /(?:^|\/)(?:generated|dashboards)\/[^/]+\.json$/.test(path))
    .map((path) => ({
      path,
      json: JSON.parse(readFileSync(join(REPOSITORY, path), 'utf8')) as Json,
    }))
    .filter(({ json }) => Array.isArray(json['panels']));
}

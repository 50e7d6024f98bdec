import { MANIFEST_FILE } from '@g6/model';

/** The end of the name of a file that generation writes. */
const GENERATED_EXTENSION = '.json';

/** The name of the file that generation writes for a dashboard. */
export function dashboardFileName(slug: string): string {
  return `${slug}${GENERATED_EXTENSION}`;
}

/** The slug in the name of a generated file; undefined if no generated file has such a name. */
export function slugOfFile(name: string): string | undefined {
  if (name === MANIFEST_FILE || !name.endsWith(GENERATED_EXTENSION)) return undefined;
  return name.slice(0, -GENERATED_EXTENSION.length);
}

/** The slug of the dashboard file at a path, whose folders may be separated either way. */
export function slugOfPath(path: string): string {
  const name = fileNameIn(path);
  return slugOfFile(name) ?? name;
}

/** The name at the end of a path, whose folders may be separated either way. */
export function fileNameIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

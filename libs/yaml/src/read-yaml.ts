import { placelessProblem, type Problem } from '@g6/problems';
import type { Density } from './density';
import { denseAbove } from './density-bound';
import { quickValue } from './quick-value';
import type { SourceFile } from './source-file';
import { YamlFile } from './yaml-file';

/** The result of reading a YAML text: its problems, and the file unless the text is unusable. */
export interface YamlReading {
  readonly file?: YamlFile;
  readonly problems: readonly Problem[];
}

/** Parses one YAML text and reports all its problems at once. */
export function readYaml(source: SourceFile): YamlReading {
  // A byte-order mark is not part of the first line.
  const text = source.text.replace(/^\uFEFF/, '');
  const most = denseAbove(text);
  const { isTooDense, lexemes }: Density =
    most === undefined ? { isTooDense: false } : exactYaml().densityOf(text, most);
  if (isTooDense) return { problems: [denseProblem(source.path)] };
  const quick = quickValue(text);
  if (!quick) return exactYaml().readExactly({ ...source, text }, lexemes);
  const file = new YamlFile({ ...source, text }, quick.value, () => exactYaml().placesIn(text));
  return { file, problems: [] };
}

function denseProblem(file: string): Problem {
  const message = 'the file is long and consists of little but punctuation or empty lines';
  const hint = 'write texts with many short values to several files of less than 200 kB';
  return placelessProblem(file, 'file-too-dense', message, hint);
}

/** The exact parser takes a while to load, and a plain text without problems needs none. */
function exactYaml() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on first need, see above
  return require('./exact-yaml') as typeof import('./exact-yaml');
}

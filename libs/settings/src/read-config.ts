import type { Problem } from '@g6/problems';
import { readYaml, shapeProblems, UNCOMPILED, type SourceFile } from '@g6/yaml';
import { configSchema } from './config-schema';
import { completeConfig, DEFAULT_CONFIG, type Config } from './config';

/** A configuration and its problems; with errors among them, it has the defaults. */
export interface ConfigReading {
  readonly config: Config;
  readonly problems: readonly Problem[];
}

/** Reads a configuration; `resolve` turns a path in it into one that the program can open. */
export function readConfig(
  source: SourceFile,
  resolve: (path: string) => string = (path) => path,
): ConfigReading {
  const { file, problems } = readYaml(source);
  if (!file) return { config: DEFAULT_CONFIG, problems };
  const shape = configSchema.safeParse(file.value ?? {}, UNCOMPILED);
  if (!shape.success) {
    const found = [...problems, ...shapeProblems(file, shape.error.issues)];
    return { config: DEFAULT_CONFIG, problems: found };
  }
  return { config: completeConfig(shape.data, resolve), problems };
}

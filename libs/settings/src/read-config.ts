import type { Problem } from '@g6/problems';
import { readYaml, shapeProblems, type SourceFile } from '@g6/yaml';
import { configSchema } from './config-schema';
import { DEFAULT_CONFIG, type Config, type RawConfig } from './config';

/** A configuration, and everything that is wrong with it; with errors, it is that of the defaults. */
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
  const shape = configSchema.safeParse(file.value ?? {});
  if (!shape.success) {
    const found = [...problems, ...shapeProblems(file, shape.error.issues)];
    return { config: DEFAULT_CONFIG, problems: found };
  }
  return { config: completeConfig(shape.data, resolve), problems };
}

/** Fills in what a configuration leaves out. */
export function completeConfig(
  raw: RawConfig,
  resolve: (path: string) => string = (path) => path,
): Config {
  const path = (key: 'spec' | 'plans' | 'output' | 'rules') =>
    resolve(raw[key] ?? DEFAULT_CONFIG[key]);
  return {
    spec: path('spec'),
    efficiency: raw.efficiency === undefined ? undefined : resolve(raw.efficiency),
    plans: path('plans'),
    output: path('output'),
    rules: path('rules'),
    unitInference: raw.unitInference ?? DEFAULT_CONFIG.unitInference,
    datasourceUid: raw.datasourceUid,
    caps: {
      core: raw.caps?.core ?? DEFAULT_CONFIG.caps.core,
      efficiency: raw.caps?.efficiency ?? DEFAULT_CONFIG.caps.efficiency,
    },
    tags: raw.tags ?? DEFAULT_CONFIG.tags,
    uidPrefix: raw.uidPrefix ?? DEFAULT_CONFIG.uidPrefix,
    metaKey: raw.metaKey ?? DEFAULT_CONFIG.metaKey,
    alertPreview: raw.alertPreview ?? DEFAULT_CONFIG.alertPreview,
    job: raw.job ?? DEFAULT_CONFIG.job,
    interval: raw.interval ?? DEFAULT_CONFIG.interval,
  };
}

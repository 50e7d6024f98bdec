import { join, relative } from 'node:path';
import {
  completeConfig,
  generationOptions,
  readEnvironment,
  type Config,
  type PlansLocation,
  type RawConfig,
  type RunRequest,
  type UnitInference,
} from '@g6/dashboards';

/** Options that every executor has; paths are relative to the workspace root. */
export interface RunOptions {
  /** Metrics spec, a file or a folder. */
  readonly spec: string;
  /** Efficiency catalogue; default `efficiency.yml` in the folder of the spec, where there is one. */
  readonly efficiency?: string | undefined;
  /** Folder of the generated files. */
  readonly output: string;
  /** How units of automatic panels are found; default `auto`. */
  readonly unitInference?: UnitInference;
  /** Uid of the datasource; default none, dashboards offer a variable. */
  readonly datasourceUid?: string | undefined;
  /** What else `nx.json` sets, as written there. */
  readonly settings?: RawConfig;
}

/** The configuration that an executor's options come to. */
export function runConfig({ settings, unitInference, datasourceUid }: RunOptions): Config {
  return completeConfig({ ...settings, unitInference, datasourceUid });
}

/** Turns an executor's options into what the library is told. */
export function runRequest(options: RunOptions, plans: PlansLocation, root: string): RunRequest {
  const { efficiency } = options;
  return {
    spec: {
      spec: shown(root, options.spec),
      efficiency: efficiency === undefined ? undefined : shown(root, efficiency),
    },
    plans: locate(plans, root),
    output: shown(root, options.output),
    options: generationOptions(runConfig(options), readEnvironment(process.env).density),
  };
}

function locate(plans: PlansLocation, root: string): PlansLocation {
  if ('folder' in plans) return { folder: shown(root, plans.folder) };
  return 'file' in plans
    ? { file: shown(root, plans.file) }
    : { single: shown(root, plans.single) };
}

/** Problems show a path as the user would type it, which is from where Nx was started. */
function shown(root: string, path: string): string {
  return relative(process.cwd(), join(root, path)) || '.';
}

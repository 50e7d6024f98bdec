import { join, relative } from 'node:path';
import {
  type AnnotationFormat,
  completeConfig,
  placeOfProfiles,
  readEnvironment,
  runRequest,
  type Config,
  type RunRequest,
} from '@g6/dashboards';
import { pick, type RawConfig, settingsWith, type SettingWith } from '@g6/settings';

/** The settings that executors have an option for. */
type OptionSettings = Pick<RawConfig, SettingWith<{ executors: 'every' | 'listed' }>>;

/** Options of the executors that generate; paths are relative to the workspace root. */
export interface RunOptions extends OptionSettings {
  /** Folder of the generated files. */
  readonly output: string;
  /** The other settings of `nx.json`, as written there. */
  readonly settings?: RawConfig;
}

/** Options of the executors that generate and verify. */
export interface AnnotatedOptions {
  /** Form of what is found, for another program; default text. */
  readonly format?: AnnotationFormat;
}

/** The configuration of an executor; its paths are as the user would type them. */
export function runConfig({ settings, ...options }: Partial<RunOptions>, root: string): Config {
  const own = pick(options as OptionSettings, [
    ...settingsWith('executors', 'every'),
    ...settingsWith('executors', 'listed'),
  ]);
  return completeConfig({ ...settings, ...own }, (path) => shownPath(root, path));
}

/** The request of a run on all plans, or on the plan of one dashboard. */
export function executorRequest(
  options: Partial<RunOptions>,
  root: string,
  plan?: string,
): RunRequest {
  return runRequest(runConfig(options, root), readEnvironment(process.env), {
    ...(plan === undefined ? {} : { plans: { single: shownPath(root, plan) } }),
    placeOfProfiles: (module) => placeOfProfiles(shownPath(root, 'nx.json'), module),
  });
}

/** A path as the user would type it, which is from where Nx was started; problems show it. */
export function shownPath(root: string, path: string): string {
  return relative(process.cwd(), join(root, path)) || '.';
}

import { CORE_CAP, DEFAULT_TAGS, DEFAULT_UID_PREFIX, EFFICIENCY_CAP, META_KEY } from '@g6/model';
import type { Density, GenerationOptions, UnitInference } from '@g6/generation';
import { DEFAULT_RULE_OPTIONS, type RuleOptions } from '@g6/rules';

/** What a workspace sets about its dashboards, complete. */
export interface Config {
  /** Metrics spec, a file or a folder. */
  readonly spec: string;
  /** Efficiency catalogue; undefined for the one in the folder of the spec, or the default. */
  readonly efficiency: string | undefined;
  /** Folder of plans. */
  readonly plans: string;
  /** Folder of the generated dashboards. */
  readonly output: string;
  /** Folder of the rule files. */
  readonly rules: string;
  readonly unitInference: UnitInference;
  readonly datasourceUid: string | undefined;
  readonly caps: { readonly core: number; readonly efficiency: number };
  readonly tags: readonly string[];
  readonly uidPrefix: string;
  readonly metaKey: string;
  readonly alertPreview: boolean;
  /** Label `job` of recorded series; empty for none. */
  readonly job: string;
  /** How often rules are evaluated. */
  readonly interval: string;
}

/** The same settings, each of which may be left out. */
type Optional<Settings> = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

/**
 * A configuration as written. Spelled out rather than inferred from its zod schema, because it is
 * part of the published types, which need no zod.
 */
export interface RawConfig extends Optional<Omit<Config, 'caps'>> {
  /** Nx: name of the project that stands for all dashboards. */
  readonly project?: string | undefined;
  /** Nx: what the name of a dashboard project starts with. */
  readonly projectPrefix?: string | undefined;
  readonly caps?: Optional<Config['caps']> | undefined;
  /** Nx: where the generator itself lies in this workspace. */
  readonly generator?:
    | Optional<{ readonly inputs: readonly string[]; readonly dependsOn: readonly string[] }>
    | undefined;
}

/** What holds where nobody says otherwise. */
export const DEFAULT_CONFIG: Config = {
  spec: 'dashboards/spec/base.yml',
  efficiency: undefined,
  plans: 'dashboards/plans',
  output: 'dashboards/generated',
  rules: 'dashboards/rules',
  unitInference: 'auto',
  datasourceUid: undefined,
  caps: { core: CORE_CAP, efficiency: EFFICIENCY_CAP },
  tags: DEFAULT_TAGS,
  uidPrefix: DEFAULT_UID_PREFIX,
  metaKey: META_KEY,
  alertPreview: false,
  job: DEFAULT_RULE_OPTIONS.job,
  interval: DEFAULT_RULE_OPTIONS.interval,
};

/** Name of the file that a command line looks for in the folder it is started in. */
export const CONFIG_FILE = 'g6.config.yaml';

/** What generation is told of a configuration. */
export function generationOptions(config: Config, density: Density): GenerationOptions {
  const { unitInference, datasourceUid, caps, tags, uidPrefix, metaKey, alertPreview } = config;
  return { unitInference, datasourceUid, caps, tags, uidPrefix, metaKey, alertPreview, density };
}

/** What rules are told of a configuration. */
export function ruleOptions({ job, interval }: Config, suggest: boolean): RuleOptions {
  return { job, interval, suggest };
}

/** What `nx.json` may say about a set of dashboards; paths are relative to the workspace root. */
export interface PluginOptions {
  /** Name of the aggregate project; default `dashboards`. */
  readonly project?: string;
  /** What the name of a dashboard's project starts with; default nothing, it is the slug. */
  readonly projectPrefix?: string;
  /** Metrics spec, a file or a folder; default `dashboards/spec/base.yml`. */
  readonly spec?: string;
  /** Efficiency catalogue; default `efficiency.yml` in the folder of the spec, where there is one. */
  readonly efficiency?: string;
  /** Folder of plans, `<slug>/plan.yaml`; default `dashboards/plans`. */
  readonly plans?: string;
  /** Folder of the generated files; default `dashboards/generated`. */
  readonly output?: string;
  /** Folder of the rule files; default `dashboards/rules`. */
  readonly rules?: string;
  /** How units of automatic panels are found, `auto` or `legacy`; default `auto`. */
  readonly unitInference?: 'auto' | 'legacy';
  /** Uid of the datasource; default none, dashboards offer a variable. */
  readonly datasourceUid?: string;
  /** The most panels of a dashboard; default 24 core and 12 efficiency panels. */
  readonly caps?: { readonly core?: number; readonly efficiency?: number };
  /** Tags of every dashboard beside those of its plan; default `g6`, `generated`. */
  readonly tags?: readonly string[];
  /** What the uid of every dashboard starts with; default `g6-`. */
  readonly uidPrefix?: string;
  /** Key of the metadata in dashboards and panels; default `g6_meta`. */
  readonly metaKey?: string;
  /** Whether every dashboard previews what its alerts watch; default false. */
  readonly alertPreview?: boolean;
  /** Label `job` of recorded series; default `g6_platform`. */
  readonly job?: string;
  /** How often rules are evaluated; default 30s. */
  readonly interval?: string;
  /** Where the generator itself lies in this workspace; default none, it is a package. */
  readonly generator?: {
    /** Inputs that the generator is made from, as Nx writes inputs. */
    readonly inputs?: readonly string[];
    /** Targets that make it. */
    readonly dependsOn?: readonly string[];
  };
}

/** Settings that the executors are told as they are written. */
export type Settings = Pick<
  PluginOptions,
  'caps' | 'tags' | 'uidPrefix' | 'metaKey' | 'alertPreview' | 'job' | 'interval'
>;

/** Plugin options with their defaults. */
export interface NormalizedOptions {
  readonly project: string;
  readonly projectPrefix: string;
  readonly spec: string;
  /** Undefined where it is looked for in the folder of the spec. */
  readonly efficiency: string | undefined;
  readonly plans: string;
  readonly output: string;
  readonly rules: string;
  readonly unitInference: 'auto' | 'legacy';
  readonly datasourceUid: string | undefined;
  /** Only what is set; the library has the defaults. */
  readonly settings: Settings;
  readonly generatorInputs: readonly string[];
  readonly generatorDependsOn: readonly string[];
}

const KNOWN: Record<keyof PluginOptions, true> = {
  project: true,
  projectPrefix: true,
  spec: true,
  efficiency: true,
  plans: true,
  output: true,
  rules: true,
  unitInference: true,
  datasourceUid: true,
  caps: true,
  tags: true,
  uidPrefix: true,
  metaKey: true,
  alertPreview: true,
  job: true,
  interval: true,
  generator: true,
};

/**
 * Fills in the defaults. Throws where an option has no meaning: a misspelt one would otherwise be
 * replaced by its default without a word.
 */
export function normalizeOptions(options: PluginOptions | undefined): NormalizedOptions {
  refuseUnknown(options ?? {});
  const { efficiency } = options ?? {};
  return {
    project: options?.project ?? 'dashboards',
    projectPrefix: options?.projectPrefix ?? '',
    spec: plainPath(options?.spec ?? 'dashboards/spec/base.yml'),
    efficiency: efficiency === undefined ? undefined : plainPath(efficiency),
    plans: plainPath(options?.plans ?? 'dashboards/plans'),
    output: plainPath(options?.output ?? 'dashboards/generated'),
    rules: plainPath(options?.rules ?? 'dashboards/rules'),
    unitInference: options?.unitInference ?? 'auto',
    datasourceUid: options?.datasourceUid,
    settings: settingsOf(options ?? {}),
    generatorInputs: options?.generator?.inputs ?? [],
    generatorDependsOn: options?.generator?.dependsOn ?? [],
  };
}

/** Whether a spec path means one file, by its name alone: inference reads no input. */
export function isYamlFile(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

/** The folder that a path lies in, ending with a slash; empty for the workspace root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

const SETTINGS: readonly (keyof Settings)[] = [
  'caps',
  'tags',
  'uidPrefix',
  'metaKey',
  'alertPreview',
  'job',
  'interval',
];

function settingsOf(options: PluginOptions): Settings {
  return Object.fromEntries(
    SETTINGS.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]),
  );
}

function refuseUnknown(options: PluginOptions): void {
  const unknown = Object.keys(options).filter((key) => !Object.hasOwn(KNOWN, key));
  if (unknown.length === 0) return;
  const names = unknown.map((key) => `"${key}"`).join(', ');
  const known = Object.keys(KNOWN).join(', ');
  throw new Error(`nx.json gives @g6/plugin the option ${names}; it takes ${known}`);
}

function plainPath(path: string): string {
  return path.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
}

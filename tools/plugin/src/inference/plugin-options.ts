/** What `nx.json` may say about a set of dashboards; paths are relative to the workspace root. */
export interface PluginOptions {
  /** Name of the aggregate project; default `dashboards`. */
  readonly project?: string;
  /** Metrics spec, a file or a folder; default `dashboards/spec/base.yml`. */
  readonly spec?: string;
  /** Efficiency catalogue; default `efficiency.yml` in the folder of the spec, where there is one. */
  readonly efficiency?: string;
  /** Folder of plans, `<slug>/plan.yaml`; default `dashboards/plans`. */
  readonly plans?: string;
  /** Folder of the generated files; default `dashboards/generated`. */
  readonly output?: string;
  /** How units of automatic panels are found, `auto` or `legacy`; default `auto`. */
  readonly unitInference?: 'auto' | 'legacy';
  /** Uid of the datasource; default none, dashboards offer a variable. */
  readonly datasourceUid?: string;
  /** Where the generator itself lies in this workspace; default none, it is a package. */
  readonly generator?: {
    /** Inputs that the generator is made from, as Nx writes inputs. */
    readonly inputs?: readonly string[];
    /** Targets that make it. */
    readonly dependsOn?: readonly string[];
  };
}

/** Plugin options with their defaults. */
export interface NormalizedOptions {
  readonly project: string;
  readonly spec: string;
  /** Undefined where it is looked for in the folder of the spec. */
  readonly efficiency: string | undefined;
  readonly plans: string;
  readonly output: string;
  readonly unitInference: 'auto' | 'legacy';
  readonly datasourceUid: string | undefined;
  readonly generatorInputs: readonly string[];
  readonly generatorDependsOn: readonly string[];
}

const KNOWN: Record<keyof PluginOptions, true> = {
  project: true,
  spec: true,
  efficiency: true,
  plans: true,
  output: true,
  unitInference: true,
  datasourceUid: true,
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
    spec: plainPath(options?.spec ?? 'dashboards/spec/base.yml'),
    efficiency: efficiency === undefined ? undefined : plainPath(efficiency),
    plans: plainPath(options?.plans ?? 'dashboards/plans'),
    output: plainPath(options?.output ?? 'dashboards/generated'),
    unitInference: options?.unitInference ?? 'auto',
    datasourceUid: options?.datasourceUid,
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

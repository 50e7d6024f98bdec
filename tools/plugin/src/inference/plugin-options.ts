/** What `nx.json` may say about a set of dashboards; paths are relative to the workspace root. */
export interface PluginOptions {
  /** Name of the aggregate project; default `dashboards`. */
  readonly project?: string;
  /** Metrics spec, a file or a folder; default `dashboards/spec/base.yml`. */
  readonly spec?: string;
  /** Efficiency catalogue; default `efficiency.yml` in the folder of the spec. */
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
  readonly efficiency: string;
  readonly plans: string;
  readonly output: string;
  readonly unitInference: 'auto' | 'legacy';
  readonly datasourceUid: string | undefined;
  readonly generatorInputs: readonly string[];
  readonly generatorDependsOn: readonly string[];
}

/** Fills in the defaults. */
export function normalizeOptions(options: PluginOptions | undefined): NormalizedOptions {
  const spec = trimSlash(options?.spec ?? 'dashboards/spec/base.yml');
  const specFolder = isYamlFile(spec) ? spec.slice(0, Math.max(spec.lastIndexOf('/'), 0)) : spec;
  return {
    project: options?.project ?? 'dashboards',
    spec,
    efficiency:
      options?.efficiency ?? (specFolder === '' ? '' : `${specFolder}/`) + 'efficiency.yml',
    plans: trimSlash(options?.plans ?? 'dashboards/plans'),
    output: trimSlash(options?.output ?? 'dashboards/generated'),
    unitInference: options?.unitInference ?? 'auto',
    datasourceUid: options?.datasourceUid,
    generatorInputs: options?.generator?.inputs ?? [],
    generatorDependsOn: options?.generator?.dependsOn ?? [],
  };
}

/** Whether a spec path means one file, by its name alone: inference reads no file. */
export function isYamlFile(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

function trimSlash(path: string): string {
  return path.replace(/^\.\//, '').replace(/\/+$/, '');
}

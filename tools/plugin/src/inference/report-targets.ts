import type { TargetConfiguration } from '@nx/devkit';
import type { DashboardSet } from './dashboard-sets';
import { folderOf, type NormalizedOptions } from './plugin-options';
import { executorTarget, generatorInputs, setTag, type Inputs } from './target';

/** The parts that reports share with the other targets of the aggregate project. */
export interface ReportParts {
  /** The spec, the plans and what else decides what would be generated. */
  readonly inputs: Inputs;
  /** The days in the spec that have passed. */
  readonly passed: Inputs[number];
  /** The options of the executors. */
  readonly options: Record<string, unknown>;
  /** The targets that stand for the generated files. */
  readonly files: readonly string[];
}

const COVERAGE = 'Tells which metrics and alerts dashboards show';
const CHECK = 'Finds panels without data, and where the spec is not true, on a live Prometheus';

/** The targets of the aggregate project that account for its dashboards, and change none. */
export function reportTargets(
  parts: ReportParts,
  options: DashboardSet,
): Record<string, TargetConfiguration> {
  return {
    inventory: inventoryTarget(parts, options),
    'inventory-diff': executorTarget('inventory-diff', {
      description: 'Lists the panels that were added, removed or renamed since a git revision',
      // The revision is none of the inputs, and moves when somebody else pushes.
      cache: false,
      inputs: [...generatorInputs(options)],
      outputs: [],
      options: filesOptions(options),
      dependsOn: [...options.generator.dependsOn],
    }),
    lint: inMemory(
      'lint',
      'Finds what is valid and still wrong',
      { ...parts, inputs: [...parts.inputs, parts.passed] },
      options,
    ),
    coverage: inMemory('coverage', COVERAGE, parts, options),
    explain: explainTarget(parts, options),
    // What a server has is none of the inputs.
    check: { ...inMemory('check', CHECK, parts, options), cache: false },
    export: exportTarget(parts, options),
    ...liveTargets(parts, options),
    preview: {
      ...inMemory('preview', 'Shows the dashboards in a browser and follows edits', parts, options),
      cache: false,
      continuous: true,
      outputs: [],
    },
    report: reportTarget(parts, options),
  };
}

/** Depends on the files and not on what they are made from, so that it is a hit while they stay. */
function inventoryTarget({ files }: ReportParts, options: DashboardSet): TargetConfiguration {
  return executorTarget('inventory', {
    description: 'Lists every panel of the generated dashboards',
    help: {
      command: `npx nx run ${options.project}:inventory --help`,
      example: { options: { format: 'jsonl', out: 'inventory.jsonl' } },
    },
    inputs: [
      ...generatorInputs(options),
      { dependentTasksOutputFiles: `${options.output}/*.json` },
    ],
    outputs: ['{options.out}'],
    options: { ...filesOptions(options), out: `${options.reports}/inventory.csv` },
    dependsOn: [
      ...options.generator.dependsOn,
      { projects: [`tag:${setTag(options)}`], target: 'generate' },
      ...files,
    ],
  });
}

/** Everything that a revision can be named by: what is checked out, branches and tags. */
const REVISIONS = { runtime: 'git show-ref --head' };

/**
 * What changed depends on the files, on the revision that they are compared with, and, for the data
 * of its pictures, on the spec.
 */
function reportTarget(parts: ReportParts, options: DashboardSet): TargetConfiguration {
  return executorTarget('report', {
    description: 'Tells what changed in the dashboards since a git revision, for a reviewer',
    help: {
      command: `npx nx run ${options.project}:report --help`,
      example: { options: { base: 'origin/main', out: 'report.html' } },
    },
    inputs: [...parts.inputs, REVISIONS, { dependentTasksOutputFiles: `${options.output}/*.json` }],
    outputs: ['{options.out}', '{options.images}'],
    options: { ...parts.options, out: `${options.reports}/report.md` },
    dependsOn: [
      ...options.generator.dependsOn,
      { projects: [`tag:${setTag(options)}`], target: 'generate' },
      ...parts.files,
    ],
  });
}

/** An answer to one question, which is quicker to give again than to keep. */
function explainTarget(parts: ReportParts, options: NormalizedOptions): TargetConfiguration {
  const description = 'Says why a dashboard has its panels, or what a metric reaches';
  return { ...inMemory('explain', description, parts, options), cache: false, outputs: [] };
}

/** Writes into a folder of its own, which is what it is cached by; the format is the user's to choose. */
function exportTarget({ inputs, options: given }: ReportParts, options: DashboardSet) {
  const { output: _output, ...run } = given;
  return executorTarget('export', {
    description: 'Writes the dashboards in the form that Grafana, Kubernetes or Git Sync take',
    help: {
      command: `npx nx run ${options.project}:export --help`,
      example: { options: { format: 'configmap', out: 'deploy/dashboards' } },
    },
    inputs,
    outputs: ['{options.out}'],
    options: { ...run, format: 'resource', out: `${folderOf(options.output)}export` },
    dependsOn: [...options.generator.dependsOn],
  });
}

/** The targets that talk to a Grafana. */
function liveTargets(parts: ReportParts, options: DashboardSet) {
  const target = (name: string, description: string) =>
    liveTarget(name, description, parts, options);
  return {
    diff: target('diff', 'Compares the dashboards with those of a live Grafana'),
    push: target('push', 'Writes the dashboards that differ to a live Grafana'),
    pull: target('pull', 'Brings edits in a live Grafana back to the spec and the plans'),
  };
}

/** What a server has is none of the inputs, and what is written to it no output. */
function liveTarget(
  name: string,
  description: string,
  { inputs, options: given }: ReportParts,
  options: DashboardSet,
): TargetConfiguration {
  const { output: _output, ...run } = given;
  return executorTarget(name, {
    description,
    help: {
      command: `npx nx run ${options.project}:${name} --help`,
      example: { options: { grafana: 'https://grafana.example.org' } },
    },
    cache: false,
    inputs,
    outputs: [],
    options: run,
    dependsOn: [...options.generator.dependsOn],
  });
}

/** The options of a report on files: their folder, and the key of their metadata. */
function filesOptions({ output, settings: { metaKey } }: NormalizedOptions) {
  return { output, ...(metaKey === undefined ? {} : { metaKey }) };
}

/** A report on what would be generated; whether that is what lies on disk is for verification. */
function inMemory(
  name: string,
  description: string,
  { inputs, options: given }: ReportParts,
  options: NormalizedOptions,
): TargetConfiguration {
  return executorTarget(name, {
    description,
    inputs,
    outputs: ['{options.out}'],
    options: given,
    dependsOn: [...options.generator.dependsOn],
  });
}

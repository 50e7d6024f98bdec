import type { GeneratorCallback, Tree } from '@nx/devkit';
import {
  type ImportForm,
  importInto,
  importNotes,
  importRefusal,
  type ImportReport,
} from '@g6/dashboards';
import { printReport } from '../../print';
import { type ServerPluginOptions, serverOf } from '../../server-options';
import { importIntoTree } from '../import-into-tree';
import { type RepeatedOption, repeatedOption, sourcesOption, textOption } from '../list-option';
import { pluginEntry } from '../plugin-entries';
import { refuseErrors } from '../refuse';

/** Options of the generator `import`. */
export interface ImportGeneratorOptions extends ServerPluginOptions {
  readonly form: ImportForm;
  readonly sources: RepeatedOption;
  readonly family?: string;
  /** Whether to write what can only be guessed; default true. */
  readonly guess?: boolean;
  readonly specOnly?: boolean;
  readonly match?: RepeatedOption;
  readonly naming?: 'prometheus' | 'otel';
  readonly spec?: string;
  readonly plans?: string;
  readonly project?: string;
}

/** The generator `@g6/plugin:import`: writes a spec and plans from what there is. */
export default async function importGenerator(
  tree: Tree,
  options: ImportGeneratorOptions,
): Promise<GeneratorCallback> {
  const entry = pluginEntry(tree, options.project);
  const { form, naming, guess } = options;
  const match = repeatedOption(options.match);
  const refusal = importRefusal({ form, match, naming });
  if (refusal !== undefined) throw new Error(`${refusal}; nothing was written`);
  const { server, problems } = serverOf(options, tree.root);
  refuseErrors(problems);
  const request = {
    ...{ form, match, naming, guess, family: textOption(options.family) },
    sources: sourcesOption(options.sources),
    fetch: server,
    now: Math.floor(Date.now() / 1000),
  };
  const { spec = entry.spec, plans = entry.plans } = options;
  const report = await importIntoTree(
    tree,
    { ...entry, spec, plans },
    (workspace) => importInto(request, workspace),
    options.specOnly !== true,
  );
  return () => {
    printReport(`\n${[...importNotes(report), ...nextStep(report, entry.project)].join('\n')}\n`);
  };
}

function nextStep({ files }: ImportReport, project: string): string[] {
  return files.length === 0 ? [] : [`Generate the dashboards with: nx run ${project}:generate`];
}

import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  API_VERSIONS,
  type ApiVersion,
  EXPORT_FORMATS,
  type ExitStatus,
  type ExportFormat,
  printExport,
  readLabels,
  ruleOptions,
} from '@g6/dashboards';
import { addCommonOptions, requestOf, type CommonOptions } from '../common-options';
import { parseFolder, RequiredOption } from '../option-values';
import { configOf } from '../setting-options';
import { print, progressLine, shellOf, type Terminal } from '../terminal';

type Labels = Readonly<Record<string, string>>;

interface ExportOptions extends Omit<CommonOptions, 'format'> {
  readonly format: ExportFormat;
  readonly out: string;
  readonly folder?: string;
  readonly apiVersion?: ApiVersion;
  readonly label?: Labels;
  readonly namespace?: string;
  readonly instanceSelector?: Labels;
  readonly resyncPeriod?: string;
  readonly project?: string;
  readonly dryRun?: boolean;
}

/** Adds `export`: write dashboards in a form that Grafana, Kubernetes or Git Sync take. */
export function addExport(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  const command = program
    .command('export')
    .summary('write dashboards in the form that Grafana, Kubernetes or Git Sync take')
    .description(
      'Writes the dashboards of the plans, or the rules, in a form that something else reads. Files ' +
        'that would not change are left alone, and only files that an export wrote are overwritten ' +
        'or removed; a run without --only removes those that nothing asks for any more.',
    );
  addCommonOptions(command);
  addFormOptions(command)
    .option('--dry-run', 'say what would be written, and write nothing')
    .addHelpText('after', EXAMPLES)
    .action((options: ExportOptions) => {
      exit(runExport(options, command, terminal));
    });
}

function addFormOptions(command: Command): Command {
  return command
    .addOption(new RequiredOption('--format <format>', 'form of the files').choices(EXPORT_FORMATS))
    .addOption(
      new RequiredOption('--out <dir>', 'folder to write to, one for each format').argParser(
        parseFolder,
      ),
    )
    .option('--folder <title>', 'folder in Grafana of dashboards whose plan names none')
    .addOption(
      new Option('--api-version <version>', 'version of the resources (default: v1)').choices(
        API_VERSIONS,
      ),
    )
    .option('--label <key=value>', 'label of Kubernetes resources; repeatable', collectLabel)
    .option('--namespace <name>', 'namespace of Kubernetes resources')
    .option(
      '--instance-selector <key=value>',
      'label of the Grafana that the operator fills; repeatable (default: dashboards=grafana)',
      collectLabel,
    )
    .option('--resync-period <duration>', 'how often the operator looks (default: 10m0s)')
    .option('--project <name>', 'project of Perses (default: g6)');
}

const EXAMPLES = `
Formats:
  resource         dashboards and folders as resources of Grafana's API
  resource-v2      the same in version 2, with tabs and automatic grids where plans ask for them
  git-sync         a directory for each folder, for a repository that Grafana reads
  operator         resources for the operator of Grafana in Kubernetes
  configmap        ConfigMaps for the sidecar of Grafana's Helm chart
  prometheus-rule  the rules, for the operator of Prometheus
  perses           dashboards of Perses
  terraform        a module of Terraform, with the JSON beside it

Examples:
  $ g6-dashboards export --format git-sync --out grafana --folder Platform
  $ g6-dashboards export --format configmap --out deploy/dashboards --namespace monitoring
  $ g6-dashboards export --format prometheus-rule --out deploy/rules --label release=prometheus
  $ g6-dashboards verify --output deploy/dashboards

Exit status: 0 done, 1 unexpected failure, 2 unusable input, 3 unknown family,
4 duplicate slug, 5 unknown slug.
`;

function runExport(options: ExportOptions, command: Command, terminal: Terminal): ExitStatus {
  const { format, ...asked } = options;
  const { out, label, folder, apiVersion, namespace, instanceSelector } = asked;
  const { resyncPeriod, project } = asked;
  const settings = {
    ...{ format, folder, apiVersion, namespace, instanceSelector, resyncPeriod, project },
    labels: label,
  };
  const progress = progressLine(terminal, 'exporting');
  const request = {
    ...requestOf(command, terminal),
    ...{ out, settings },
    rules: ruleOptions(configOf(command), false),
    dryRun: options.dryRun === true,
    onProgress: progress.update,
  };
  const printout = printExport(request, shellOf(terminal, asked));
  progress.finish();
  return print(printout, terminal);
}

function collectLabel(pair: string, before: Labels = {}): Labels {
  const labels = readLabels([pair]);
  if (typeof labels === 'string') throw new InvalidArgumentError('Write it as key=value.');
  return { ...before, ...labels };
}

import { Argument, type Command, Option } from 'commander';
import {
  type ExitStatus,
  IMPORT_FORMS,
  type ImportForm,
  importRefusal,
  printImport,
} from '@g6/dashboards';
import { addReportOptions } from '../common-options';
import { addSettingOptions, configOf, givenPaths } from '../setting-options';
import { type AskedReport, print, shellOf, type Terminal } from '../terminal';
import { addServerOptions, PROXIES, type ServerFlags, serverOf } from '../server-options';

interface ImportOptions extends AskedReport, ServerFlags {
  readonly family?: string;
  readonly guess: boolean;
  readonly specOnly?: boolean;
  readonly dryRun?: boolean;
  readonly match?: readonly string[];
  readonly naming?: 'prometheus' | 'otel';
}

/** Adds `import`: write a spec and plans from what there is. */
export function addImport(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus | Promise<ExitStatus>) => void,
): void {
  const command = program
    .command('import')
    .summary('bring metrics, rules and dashboards that exist into a spec and plans')
    .description(
      'Appends what is new, leaves what is known alone and reports what disagrees; comments, order ' +
        'and formatting stay. Guesses are marked by comments.',
    )
    .addArgument(new Argument('<form>', 'the form of the sources').choices(IMPORT_FORMS))
    .argument('<sources...>', 'files, folders, URLs, or - for standard input');
  const asking = addSettingOptions(command)
    .option('--family <name>', 'family of the metrics (default: their longest common prefixes)')
    .option('--no-guess', 'leave out what can only be guessed: families, budgets, values, owners')
    .option('--spec-only', 'write no plan for the metrics')
    .option('--match <selector>', 'series of a live Prometheus; repeatable', collect)
    .addOption(
      new Option(
        '--naming <rules>',
        'names of OpenTelemetry metrics (default: prometheus)',
      ).choices(['prometheus', 'otel']),
    );
  addServerOptions(asking).option('--dry-run', 'print a diff, and write nothing');
  addReportOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((form: ImportForm, sources: string[], options: ImportOptions) => {
      const refusal = importRefusal({ form, ...options });
      if (refusal !== undefined) command.error(`error: ${refusal}`);
      exit(runImport(form, sources, command, terminal, options));
    });
}

const EXAMPLES = `
Forms:
  metrics      what a /metrics endpoint prints: the text format of Prometheus, OpenMetrics
  prometheus   a live Prometheus, by its URL: metrics, labels and rules
  semconv      semantic conventions of OpenTelemetry, registries of weaver
  rules        rule files of Prometheus, PrometheusRule resources
  dashboards   dashboards of Grafana of any age

${PROXIES}

Examples:
  $ g6-dashboards import metrics http://localhost:9100/metrics
  $ curl -s localhost:8080/metrics | g6-dashboards import metrics - --family shop
  $ g6-dashboards import prometheus https://prometheus.example --token-env PROM_TOKEN --dry-run
  $ g6-dashboards import rules alerts.yml --spec metrics/

Exit status: 0 done, 2 unusable input.
`;

async function runImport(
  form: ImportForm,
  sources: readonly string[],
  command: Command,
  terminal: Terminal,
  options: ImportOptions,
): Promise<ExitStatus> {
  const { spec, plans } = configOf(command);
  const shell = {
    ...shellOf(terminal, options),
    generateCommand: ['g6-dashboards generate', ...givenPaths(command)].join(' '),
  };
  const { family, guess, match, naming } = options;
  const request = {
    ...{ form, sources, spec, family, guess, match, naming },
    plans: options.specOnly === true ? undefined : plans,
    fetch: serverOf(options, terminal),
    dryRun: options.dryRun === true,
    now: terminal.now(),
  };
  return print(await printImport(request, shell), terminal);
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

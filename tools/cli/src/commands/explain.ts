import type { Command } from 'commander';
import { type ExitStatus, printExplain } from '@g6/dashboards';
import { addWholeOptions, type CommonOptions, requestOf } from '../common-options';
import { print, shellOf, type Terminal } from '../terminal';

/** Adds `explain`: say why a panel is there, and what a metric reaches. */
export function addExplain(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  const command = program
    .command('explain')
    .summary('say why a dashboard has its panels, or what a metric reaches')
    .description(
      'For a dashboard: why each panel is there, which panel source made it, where that is written, ' +
        'what its queries read, and what was left out. For a metric: the panels, rules, alerts and ' +
        'variables that read it, as it is or through recorded series.',
    )
    .argument('<name>', 'slug of a dashboard, or name of a metric')
    .argument('[panel]', 'title or panel_uuid of one panel of the dashboard');
  addWholeOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((name: string, panel: string | undefined, options: CommonOptions) => {
      const request = { ...requestOf(command, terminal), name, panel };
      exit(print(printExplain(request, shellOf(terminal, options)), terminal));
    });
}

const EXAMPLES = `
Examples:
  $ g6-dashboards explain service_overview
  $ g6-dashboards explain service_overview 'Requests by Status (5m)'
  $ g6-dashboards explain http_requests_total --json

Exit status: 0 done, 2 unusable input, 3 unknown family, 4 duplicate slug, 5 unknown name.
`;

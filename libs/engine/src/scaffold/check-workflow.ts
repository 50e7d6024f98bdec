import { commandLine, nodeSteps, type PackageManager } from './package-manager';

/** The workflow of GitHub that checks dashboards against Prometheus every morning. */
export const CHECK_WORKFLOW = '.github/workflows/check-dashboards.yml';

/** What is left to do by hand for the workflow. */
export const CHECK_SECRETS =
  'Set the secrets PROMETHEUS_URL and, if it needs one, PROMETHEUS_TOKEN for the workflow check-dashboards';

/** How a repository runs the check. */
export interface CheckWorkflow extends Pick<PackageManager, 'setup' | 'install' | 'cache'> {
  /** Lines that set variables for all steps. */
  readonly env?: readonly string[];
  /** Lines of the script that leaves `findings.md` if and only if there are findings. */
  readonly script: readonly string[];
}

/** The script of a check on the command line; `options` are those that name the inputs. */
export function checkScript(exec: string, options: readonly string[]): string[] {
  const command = commandLine(exec, 'check', options);
  return [
    'status=0',
    `${command} --prometheus "$PROMETHEUS_URL" \${PROMETHEUS_TOKEN:+--token-env PROMETHEUS_TOKEN} \\`,
    '  --format markdown --out findings.md || status=$?',
    '# 10 means findings, which the next step tells; anything else is a failure.',
    'if [ "$status" = 0 ]; then rm -f findings.md; elif [ "$status" != 10 ]; then exit "$status"; fi',
  ];
}

/** The text of the workflow. */
export function checkWorkflow({ setup, install, cache, env = [], script }: CheckWorkflow): string {
  const variables = env.length === 0 ? '' : `env:\n${env.map((line) => `  ${line}\n`).join('')}\n`;
  return `name: Check dashboards

on:
  schedule:
    - cron: "17 5 * * *"
  workflow_dispatch:

permissions:
  contents: read
  issues: write

${variables}jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
${nodeSteps({ setup, cache })}      - run: ${install}
      - name: Check against Prometheus
        env:
          PROMETHEUS_URL: \${{ secrets.PROMETHEUS_URL }}
          PROMETHEUS_TOKEN: \${{ secrets.PROMETHEUS_TOKEN }}
        run: |
${script.map((line) => `          ${line}\n`).join('')}      - name: Open or close the issue
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          gh label create dashboards-check --force --description 'Dashboards and Prometheus disagree'
          open=$(gh issue list --label dashboards-check --state open --limit 1 --json number --jq '.[].number')
          if [ -s findings.md ]; then
            if [ -n "$open" ]; then gh issue edit "$open" --body-file findings.md
            else gh issue create --title 'Dashboards and Prometheus disagree' --label dashboards-check --body-file findings.md
            fi
          elif [ -n "$open" ]; then gh issue close "$open" --comment 'The check finds nothing any more.'
          fi
`;
}

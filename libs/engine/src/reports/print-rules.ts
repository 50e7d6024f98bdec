import { join } from 'node:path';
import {
  type Annotation,
  compareText,
  count,
  EXIT,
  hasErrors,
  NO_PLACE,
  statusOf,
} from '@g6/problems';
import { type RuleDrift, ruleDriftToken } from '@g6/rules';
import {
  checkRulesRun,
  RULE_FILES,
  type RulesCheckReport,
  type RulesReport,
  type RulesRequest,
  rulesRun,
} from '../run/rules-run';
import { testRulesRun } from '../run/test-rules-run';
import { Printer, type Printout, type Shell } from './printer';

/** Writes the rule files, and reports which. */
export function printRules(
  request: RulesRequest & { readonly dryRun: boolean },
  shell: Shell,
): Printout {
  const printer = new Printer(shell);
  const report = rulesRun(request);
  const { problems } = report;
  if (shell.json === true) printer.json({ dryRun: request.dryRun, ...report });
  else if (shell.format) {
    printer.annotations(shell.format, problems, [], { name: 'rules', subjects: RULE_FILES });
  } else {
    printer.problems(problems);
    if (!hasErrors(problems)) printChanges(printer, report, request.dryRun);
  }
  return printer.end(statusOf(problems));
}

/** Compares the rule files with what would be written, and reports the drift. */
export function printRulesCheck(request: RulesRequest, shell: Shell): Printout {
  const printer = new Printer(shell);
  const report = checkRulesRun(request);
  const { problems } = report;
  const tokens = report.drifts.map(ruleDriftToken);
  if (shell.json === true) printer.json({ ...report, tokens });
  else if (shell.format) {
    const found = report.drifts.map((drift) => driftAnnotation(drift, request.folder, shell));
    printer.annotations(shell.format, problems, found, { name: 'rules', subjects: RULE_FILES });
  } else {
    printer.problems(problems, 'nothing was verified');
    if (!hasErrors(problems)) printTokens(printer, tokens, report);
  }
  if (hasErrors(problems)) return printer.end(statusOf(problems));
  return printer.end(tokens.length > 0 ? EXIT.ruleDrift : EXIT.done);
}

function driftAnnotation(drift: RuleDrift, folder: string, { rulesCommand }: Shell): Annotation {
  return {
    file: join(folder, drift.file),
    ...NO_PLACE,
    severity: 'error',
    rule: drift.kind,
    message: `${ruleDriftToken(drift)}: the file is not what would be written`,
    hint: remedy(rulesCommand),
    subject: drift.file,
  };
}

function remedy(rulesCommand: string): string {
  return `rewrite them with ${rulesCommand}, or undo the edit`;
}

/** Has promtool test the rule files of a folder, and reports what it printed. */
export function printRuleTests(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  shell: Shell,
): Printout {
  const printer = new Printer(shell);
  const { outcome, output } = testRulesRun(folder, env);
  printer.lines(...output.trimEnd().split('\n'));
  return printer.end(outcome === 'passed' ? EXIT.done : EXIT.failure);
}

function printChanges(printer: Printer, report: RulesReport, dryRun: boolean): void {
  const { recorded, alerts, untested, written, unchanged } = report;
  const untestedLines = untested.map(
    ({ alert, record, reason }) => `${alert ?? record}: no test could be derived, ${reason}`,
  );
  printer.notes(...printer.few(untestedLines, 'rule'));
  if (printer.detail === 'quiet') return;
  const rules = `${count(recorded, 'recording rule')}, ${count(alerts, 'alert')}`;
  if (printer.shell.replayed === true) {
    const files = [...written, ...unchanged].sort(compareText);
    printer.lines(...files.map((name) => `${name}: generated`), `${rules} generated`);
    return;
  }
  const would = dryRun ? 'would be ' : '';
  printer.lines(
    ...written.map((name) => `${name}: ${would}written`),
    `${rules}: ` +
      `${count(written.length, 'file')} ${would}written, ${unchanged.length} unchanged`,
  );
}

function printTokens(
  printer: Printer,
  tokens: readonly string[],
  { recorded, alerts }: RulesCheckReport,
): void {
  printer.lines(...tokens);
  const verified = `${count(recorded, 'recording rule')} and ${count(alerts, 'alert')} verified`;
  if (tokens.length === 0) {
    if (printer.detail !== 'quiet') printer.lines(`${verified}, no drift`);
  } else {
    printer.notes(`${verified}, drift found; ${remedy(printer.shell.rulesCommand)}`);
  }
}

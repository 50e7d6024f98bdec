import {
  type Annotation,
  type AnnotationFormat,
  type CheckedSubjects,
  chooseProblems,
  count,
  countProblems,
  type ExitStatus,
  hasErrors,
  logLine,
  MOST_SHOWN,
  type Problem,
  type ProblemStyle,
  renderAnnotations,
  renderProblems,
  type ReportDetail,
  safeJson,
  statusOf,
} from '@g6/problems';
import { writeReport } from '../files/write-report';

/** Everything that a use case prints, in order, and the status to exit with. */
export interface Printout {
  readonly parts: readonly { readonly to: 'stdout' | 'stderr'; readonly text: string }[];
  readonly status: ExitStatus;
}

/** The shell that prints a report: how it likes it, and the commands that it has. */
export interface Shell {
  /** Whether to print the outcome as JSON. */
  readonly json?: boolean | undefined;
  /** The form of annotations for another program, instead of text. */
  readonly format?: AnnotationFormat | undefined;
  /** How much the report says; by default the first few of each kind. */
  readonly detail?: ReportDetail;
  /**
   * Whether the report may be printed again when files are restored from a cache. It then says what
   * there is, because what changed is not known.
   */
  readonly replayed?: boolean;
  /** Whether to print the titles behind drift tokens. */
  readonly verboseDrift?: boolean;
  /** Colours; none by default. */
  readonly styles?: { readonly stdout: ProblemStyle; readonly stderr: ProblemStyle };
  /** The command that generates what was verified. */
  readonly generateCommand: string;
  /** The command that writes the rule files. */
  readonly rulesCommand: string;
  /** Words problems as the users of this shell know them; unchanged by default. */
  readonly explain?: (problems: readonly Problem[]) => readonly Problem[];
}

/** How to see what a short report leaves out. */
const LIST_ALL = '--verbose lists all';
/** How many lines of a kind a short report shows if there are many. */
const FEW_LINES = 3;

/** Collects what a use case prints. */
export class Printer {
  private readonly parts: { readonly to: 'stdout' | 'stderr'; readonly text: string }[] = [];

  constructor(readonly shell: Shell) {}

  /** Prints text that is safe as it is, because it was rendered for this, to standard output. */
  text(text: string, to: 'stdout' | 'stderr' = 'stdout'): void {
    if (text !== '') this.parts.push({ to, text });
  }

  /** Prints lines to standard output; texts from inputs in them are made safe. */
  lines(...lines: readonly string[]): void {
    this.text(lines.map((line) => `${logLine(line)}\n`).join(''));
  }

  /** Prints lines that are not the result itself, to standard error. */
  notes(...lines: readonly string[]): void {
    this.text(lines.map((line) => `${logLine(line)}\n`).join(''), 'stderr');
  }

  /** How much the report says. */
  get detail(): ReportDetail {
    return this.shell.detail ?? 'short';
  }

  /** Prints lines of one kind: all, or if there are many the first few with the number of the others. */
  list(lines: readonly string[], noun: string): void {
    this.lines(...this.few(lines, noun));
  }

  /** Shortens many lines of one kind. */
  few(lines: readonly string[], noun: string): readonly string[] {
    if (this.detail === 'quiet') return [];
    if (this.detail === 'all' || lines.length <= MOST_SHOWN) return lines;
    const left = count(lines.length - FEW_LINES, `more ${noun}`);
    return [...lines.slice(0, FEW_LINES), `… and ${left}; ${LIST_ALL}`];
  }

  /** Prints a value as JSON to standard output. */
  json(value: unknown): void {
    this.text(`${safeJson(value)}\n`);
  }

  /** Prints annotations for another program, of problems and of what else was found. */
  annotations(
    format: AnnotationFormat,
    problems: readonly Problem[],
    found: readonly Annotation[],
    checked: CheckedSubjects,
  ): void {
    const all = [...problems.map(({ code, ...problem }) => ({ ...problem, rule: code })), ...found];
    this.text(renderAnnotations(all, format, checked));
  }

  /** Prints problems; with errors among them, also their number and the outcome. */
  problems(problems: readonly Problem[], outcome = 'nothing was written'): void {
    if (problems.length === 0) return;
    const { explain, styles } = this.shell;
    const refused = hasErrors(problems);
    const shown = refused && explain ? explain(problems) : problems;
    const chosen = chooseProblems(shown, this.detail);
    if (chosen.shown.length > 0) {
      this.text(`${renderProblems(chosen.shown, styles?.stderr)}\n`, 'stderr');
    }
    this.notes(
      ...chosen.left.map(
        ({ code, count: hidden }) =>
          `… and ${count(hidden, 'more warning')} [${code}]; ${LIST_ALL}`,
      ),
    );
    if (refused) this.notes(`${countProblems(shown)}; ${outcome}`);
  }

  /** Writes a report to the file that was asked for, and returns the problems of that. */
  file(out: string, text: string): readonly Problem[] {
    const problems = writeReport(out, text);
    this.problems(problems);
    if (!hasErrors(problems)) this.notes(`${out} written`);
    return problems;
  }

  /** Ends the report. */
  end(status: ExitStatus): Printout {
    return { parts: this.parts, status };
  }
}

/** Reports problems that end a program before its use case begins. */
export function printProblems(problems: readonly Problem[], shell: Shell): Printout {
  const printer = new Printer(shell);
  printer.problems(problems);
  return printer.end(statusOf(problems));
}

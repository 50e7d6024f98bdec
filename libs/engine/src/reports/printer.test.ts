import { type Problem, statusOf } from '@g6/problems';
import { Printer, printProblems, type Shell } from './printer';

const SHELL: Shell = { generateCommand: 'generate it', rulesCommand: 'write them' };
const error: Problem = {
  file: 'plans/bus/plan.yaml',
  line: 1,
  column: 7,
  code: 'slug-unknown',
  severity: 'error',
  message: 'no plan has the slug "bus"',
};

describe('Printer', () => {
  it('keeps results and notes apart, in their order', () => {
    const printer = new Printer(SHELL);
    printer.notes('bus: over the cap');
    printer.lines('bus: written', 'sse: written');
    printer.lines();
    printer.json({ written: 2 });
    expect(printer.end(0)).toEqual({
      status: 0,
      parts: [
        { to: 'stderr', text: 'bus: over the cap\n' },
        { to: 'stdout', text: 'bus: written\nsse: written\n' },
        { to: 'stdout', text: '{\n  "written": 2\n}\n' },
      ],
    });
  });

  it('counts errors and says what came of them', () => {
    const { parts, status } = printProblems([error], SHELL);
    expect(status).toBe(statusOf([error]));
    expect(parts.map(({ text }) => text).join('')).toBe(
      'plans/bus/plan.yaml:1:7: error: no plan has the slug "bus" [slug-unknown]\n' +
        '1 error; nothing was written\n',
    );
  });

  it('prints warnings without a count, and unexplained', () => {
    const explain = () => [];
    const { parts } = printProblems([{ ...error, severity: 'warning' }], { ...SHELL, explain });
    expect(parts.map(({ text }) => text)).toEqual([
      'plans/bus/plan.yaml:1:7: warning: no plan has the slug "bus" [slug-unknown]\n',
    ]);
  });

  it('lets a shell explain the problems that refuse the input', () => {
    const explain = (problems: readonly Problem[]) =>
      problems.map((problem) => ({ ...problem, message: 'rename the folder' }));
    const [first] = printProblems([error], { ...SHELL, explain }).parts;
    expect(first?.text).toContain('rename the folder');
  });
});

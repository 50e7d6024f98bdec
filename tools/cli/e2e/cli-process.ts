import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const workspace = join(__dirname, '../../..');
/** The command line as it is installed. */
export const PROGRAM = join(workspace, 'libs/engine/bin/g6-dashboards.js');

/** Where and in what environment a command line runs. */
export interface ProcessSetting {
  readonly cwd?: string;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Text on standard input; nothing by default. */
  readonly input?: string;
}

/** How a command line ended. */
export interface ProcessResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `g6-dashboards` to its end. */
export function runProcess(
  args: readonly string[],
  setting: ProcessSetting = {},
): Promise<ProcessResult> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...args],
      options(setting),
      (_, out, err) => {
        resolve({ status: child.exitCode, stdout: out, stderr: err });
      },
    );
    child.stdin?.end(setting.input ?? '');
  });
}

/** Starts `g6-dashboards`, to be watched or killed. */
export function startProcess(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args], { stdio: 'ignore' });
}

function options({ cwd = workspace, env = {} }: ProcessSetting) {
  return { cwd, env: { ...process.env, ...env }, encoding: 'utf8' as const };
}

import { isAbsolute } from 'node:path';
import type { NxJsonConfiguration } from '@nx/devkit';
import { completeConfig, outputProblems, type Problem } from '@g6/dashboards';
import { entryOptions } from '../inference/dashboard-sets';
import { shownPath, type RunOptions } from './run-options';

/** The options of executors that name files or folders to write. */
interface OutputOptions extends Partial<RunOptions> {
  readonly out?: string;
  readonly jsonOut?: string;
  readonly images?: string;
}

/** Checks where tasks write to: once for each place, however many tasks of a batch share it. */
export class OutputCheck {
  private readonly known = new Map<string, readonly Problem[]>();

  constructor(
    private readonly root: string,
    private readonly nxJson: NxJsonConfiguration | undefined,
  ) {}

  /**
   * Finds outputs outside the workspace, or in the way of the plans and the spec of any set. `outIs` says
   * what the option `out` names.
   */
  problems(options: OutputOptions, outIs: 'file' | 'folder' = 'file'): readonly Problem[] {
    const { spec, plans, output, rules, out, jsonOut, images } = options;
    const key = JSON.stringify([spec, plans, output, rules, out, jsonOut, images, outIs]);
    const found = this.known.get(key) ?? this.find(options, outIs);
    this.known.set(key, found);
    return found;
  }

  private find(options: OutputOptions, outIs: 'file' | 'folder'): Problem[] {
    const { spec, plans, output, rules, out, jsonOut, images } = options;
    const given = [output, rules, out, jsonOut, images].filter((path) => path !== undefined);
    const absolute = given.filter(isAbsolute).map(absoluteProblem);
    if (absolute.length > 0) return absolute;
    const [file, folder] = outIs === 'file' ? [out] : [undefined, out];
    const outputs = {
      folders: this.shown([output, rules, images, folder]),
      files: this.shown([file, jsonOut]),
    };
    const problems = [{ spec, plans }, ...entryOptions(this.nxJson ?? {})].flatMap((set = {}) => {
      const inputs = completeConfig(set, (path) => shownPath(this.root, path));
      const places = { spec: { spec: inputs.spec }, plans: { folder: inputs.plans } };
      return outputProblems(outputs, places, this.root);
    });
    const each = new Map(problems.map((problem) => [problem.file + problem.message, problem]));
    return [...each.values()];
  }

  private shown(paths: readonly (string | undefined)[]): string[] {
    return paths.flatMap((path) => (path === undefined ? [] : [shownPath(this.root, path)]));
  }
}

/** Nx puts every path below the root, so that an absolute one would lead to another place. */
function absoluteProblem(path: string): Problem {
  return {
    file: path,
    line: 0,
    column: 0,
    code: 'output-misplaced',
    severity: 'error',
    message: 'nothing may be written here: it is an absolute path',
    hint: 'write it from the root of the workspace',
  };
}

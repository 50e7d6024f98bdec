import { basename, dirname } from 'node:path';
import { readEnvironment, type Problem, type Shell } from '@g6/dashboards';

const SLUG_FOLDER = {
  severity: 'error',
  hint: 'rename the folder or change the slug: Nx generates and verifies a dashboard only if they agree',
} as const;

/** Nx as the shell of a report. */
export function nxShell(commands: Partial<Shell> = {}): Shell {
  return {
    // Nx sets this for `--verbose`.
    replayed: true,
    detail: process.env['NX_VERBOSE_LOGGING'] === 'true' ? 'all' : 'short',
    verboseDrift: readEnvironment(process.env).verboseDrift,
    generateCommand: 'the generation of all dashboards',
    rulesCommand: 'the target rules',
    explain: explainFolders,
    ...commands,
  };
}

/**
 * Nx asks for a dashboard by the name of its plan's folder. If the slug differs, that is the error,
 * and not that no plan has such a slug.
 */
export function explainFolders(problems: readonly Problem[]): Problem[] {
  const folders = problems
    .filter(({ code }) => code === 'slug-folder')
    .map(({ file }) => `"${basename(dirname(file))}"`);
  return problems
    .filter(
      ({ code, message }) => code !== 'slug-unknown' || !folders.some((n) => message.includes(n)),
    )
    .map((problem) => (problem.code === 'slug-folder' ? { ...problem, ...SLUG_FOLDER } : problem));
}

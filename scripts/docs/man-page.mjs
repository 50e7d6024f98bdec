/** The man page of the command line, from its parser. */
import { statusMeanings, openProgram, VARIABLES } from './cli-page.mjs';
import { at, require } from './sources.mjs';

const { outlineCommands } = require(at('tools/cli/src/command-outline.ts'));
const { manPage } = require(at('tools/cli/src/man-page.ts'));

/** The text of the page. */
export function cliManPage() {
  const { program } = openProgram();
  return manPage({
    description: program.description(),
    commands: outlineCommands(program),
    statuses: statusMeanings(),
    variables: Object.entries(VARIABLES),
  });
}

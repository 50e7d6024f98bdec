import type { Command } from 'commander';
import { addCheck } from './commands/check';
import { addCompletion } from './commands/completion';
import { addCoverage } from './commands/coverage';
import { addDiff } from './commands/diff';
import { addExplain } from './commands/explain';
import { addExport } from './commands/export';
import { addGenerate } from './commands/generate';
import { addImport } from './commands/import';
import { addInit } from './commands/init';
import { addInventory } from './commands/inventory';
import { addInventoryDiff } from './commands/inventory-diff';
import { addLint } from './commands/lint';
import { addPreview } from './commands/preview';
import { addPull } from './commands/pull';
import { addPush } from './commands/push';
import { addReport } from './commands/report';
import { addRules } from './commands/rules';
import { addVerify } from './commands/verify';
import { createProgram, type Exit } from './create-program';
import type { Terminal } from './terminal';

/** All commands, in the order of the help. */
export const EVERY_COMMAND = {
  generate: addGenerate,
  verify: addVerify,
  rules: addRules,
  inventory: addInventory,
  'inventory-diff': addInventoryDiff,
  lint: addLint,
  coverage: addCoverage,
  explain: addExplain,
  check: addCheck,
  export: addExport,
  diff: addDiff,
  push: addPush,
  pull: addPull,
  preview: addPreview,
  report: addReport,
  import: addImport,
  init: addInit,
  completion: addCompletion,
};

/** The parser of every command line, with which help, completion and the manual are made. */
export function createWholeProgram(terminal: Terminal, exit: Exit): Command {
  return createProgram(Object.values(EVERY_COMMAND), terminal, exit);
}

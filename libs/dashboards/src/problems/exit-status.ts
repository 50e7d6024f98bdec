import type { Problem } from './problem';
import type { ProblemCode } from './problem-codes';

/** Exit statuses of every command; stable, because scripts branch on them. */
export const EXIT = {
  done: 0,
  failure: 1,
  unusableInput: 2,
  unknownFamily: 3,
  nothingToExport: 3,
  duplicateSlug: 4,
  unknownSlug: 5,
  drift: 6,
  inventoryDifferences: 7,
  ruleDrift: 8,
  lintFindings: 9,
} as const;

/** A status of {@link EXIT}. */
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

const STATUS_BY_CODE: Partial<Record<ProblemCode, ExitStatus>> = {
  'plan-family-unknown': EXIT.unknownFamily,
  'inventory-empty': EXIT.nothingToExport,
  'slug-duplicate': EXIT.duplicateSlug,
  'slug-unknown': EXIT.unknownSlug,
};

/** The status that problems end a command with: a particular one where all errors agree on it. */
export function statusOf(problems: readonly Problem[]): ExitStatus {
  const statuses = new Set(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => STATUS_BY_CODE[code] ?? EXIT.unusableInput),
  );
  const [only] = statuses;
  return only === undefined ? EXIT.done : statuses.size === 1 ? only : EXIT.unusableInput;
}

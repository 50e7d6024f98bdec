import type { Problem } from './problem';
import type { ProblemCode } from './problem-codes';

/** Exit statuses of every command; stable, because scripts branch on them. */
export const EXIT = {
  /** Done; no difference. */
  done: 0,
  /** An unexpected failure: a bug, or the disk. */
  failure: 1,
  /** Unusable input: spec, plan, format, arguments; or errors of several kinds. */
  unusableInput: 2,
  /** A plan names an unknown family. */
  unknownFamily: 3,
  /** An inventory found no dashboards or panels. */
  nothingToExport: 3,
  /** A slug is taken twice. */
  duplicateSlug: 4,
  /** An unknown slug was asked for. */
  unknownSlug: 5,
  /** Dashboards drifted. */
  drift: 6,
  /** Two inventories differ. */
  inventoryDifferences: 7,
  /** Rule files drifted. */
  ruleDrift: 8,
  /** Lint findings; less coverage than asked for. */
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

import type { Problem } from './problem';
import type { ProblemCode } from './problem-codes';

/** Exit statuses of all commands. They are stable, because scripts branch on them. */
export const EXIT = {
  /** Success; no difference. */
  done: 0,
  /** Unexpected failure: a bug or a disk error. */
  failure: 1,
  /** Invalid input: spec, plan, format or arguments; or errors with different statuses. */
  unusableInput: 2,
  /** A plan names an unknown family. */
  unknownFamily: 3,
  /** An inventory has no dashboards or panels. */
  nothingToExport: 3,
  /** Two plans have the same slug. */
  duplicateSlug: 4,
  /** Unknown slug. */
  unknownSlug: 5,
  /** Dashboards have drifted. */
  drift: 6,
  /** Two inventories differ. */
  inventoryDifferences: 7,
  /** Rule files have drifted. */
  ruleDrift: 8,
  /** Lint findings; coverage below the required percentage. */
  lintFindings: 9,
  /** Findings of a check against Prometheus. */
  checkFindings: 10,
  /** Nothing may leave this machine. */
  egressFrozen: 11,
} as const;

/** A status of {@link EXIT}. */
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

const STATUS_BY_CODE: Partial<Record<ProblemCode, ExitStatus>> = {
  'plan-family-unknown': EXIT.unknownFamily,
  'inventory-empty': EXIT.nothingToExport,
  'slug-duplicate': EXIT.duplicateSlug,
  'slug-unknown': EXIT.unknownSlug,
  'egress-frozen': EXIT.egressFrozen,
};

/** Returns the exit status for problems: a specific one only if all errors share it. */
export function statusOf(problems: readonly Problem[]): ExitStatus {
  const statuses = new Set(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => STATUS_BY_CODE[code] ?? EXIT.unusableInput),
  );
  const [only] = statuses;
  return only === undefined ? EXIT.done : statuses.size === 1 ? only : EXIT.unusableInput;
}

import type { Density } from '@g6/generation';
import { placelessProblem, type Problem } from '@g6/problems';

/** The settings of the environment; the core never reads it by itself. */
export interface Environment {
  /** `dense` under `G6_DASHBOARD_DENSE=1`. */
  readonly density: Density;
  /** Whether `G6_DASHBOARD_DIFF_VERBOSE=1` asks for the titles behind drift tokens. */
  readonly verboseDrift: boolean;
  /** Whether `G6_EGRESS_FROZEN=1` forbids everything that leaves this machine but questions to Prometheus. */
  readonly egressFrozen: boolean;
  /** Seconds since 1970 from `SOURCE_DATE_EPOCH`; undefined if it is not set. */
  readonly sourceDateEpoch: number | undefined;
  /** Variables with values that mean nothing, for commands that use them. */
  readonly problems: readonly Problem[];
}

/** The variables that decide what is generated. */
export const GENERATION_VARIABLES: readonly string[] = ['G6_DASHBOARD_DENSE'];
/** The variables that decide what verification prints, in addition to those of generation. */
export const VERIFICATION_VARIABLES: readonly string[] = ['G6_DASHBOARD_DIFF_VERBOSE'];
/** The variables that decide the time in the manifest. */
export const MANIFEST_VARIABLES: readonly string[] = ['SOURCE_DATE_EPOCH'];

/** Reads the variables that the program knows. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const epoch = env['SOURCE_DATE_EPOCH'];
  const sourceDateEpoch = epoch === undefined ? undefined : seconds(epoch);
  return {
    density: env['G6_DASHBOARD_DENSE'] === '1' ? 'dense' : 'normal',
    verboseDrift: env['G6_DASHBOARD_DIFF_VERBOSE'] === '1',
    egressFrozen: env['G6_EGRESS_FROZEN'] === '1',
    sourceDateEpoch,
    problems: epoch !== undefined && sourceDateEpoch === undefined ? [wrongEpoch(epoch)] : [],
  };
}

function wrongEpoch(epoch: string): Problem {
  const message = `must be a whole number of seconds since 1970, got ${JSON.stringify(epoch)}`;
  return placelessProblem('SOURCE_DATE_EPOCH', 'option-value', message, 'correct it, or unset it');
}

function seconds(text: string): number | undefined {
  const value = /^[0-9]+$/.test(text) ? Number(text) : undefined;
  return Number.isSafeInteger(value) ? value : undefined;
}

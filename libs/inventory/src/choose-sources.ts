import { AUTOMATIC_SOURCES, DASHBOARD_SOURCES, EXPLICIT_SOURCE, LAST_SOURCE } from '@g6/generation';
import { didYouMean, placelessProblem, type Problem } from '@g6/problems';

/** The names that panels record as their source, in the order in which sources draft. */
export const SOURCE_NAMES: readonly string[] = [
  EXPLICIT_SOURCE,
  ...AUTOMATIC_SOURCES,
  LAST_SOURCE,
  ...DASHBOARD_SOURCES,
].map(({ name }) => name);

/** The sources that an export keeps, undefined for all; a problem for each that does not exist. */
export interface SourceChoice {
  readonly sources: ReadonlySet<string> | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the sources that an export asks for. */
export function chooseSources(asked: readonly string[] | undefined): SourceChoice {
  if (asked === undefined) return { sources: undefined, problems: [] };
  const unknown = asked.filter((name) => !SOURCE_NAMES.includes(name));
  const known = `known are ${SOURCE_NAMES.join(', ')}`;
  const messages =
    asked.length === 0
      ? [{ message: `no source is named; ${known}`, hint: undefined }]
      : unknown.map((name) => ({
          message: `unknown source "${name}"; ${known}`,
          hint: didYouMean(name, SOURCE_NAMES),
        }));
  const problems = messages.map(({ message, hint }) =>
    placelessProblem('--filter-source', 'option-value', message, hint),
  );
  return { sources: new Set(asked), problems };
}

import type { Plan } from '@g6/model';
import { didYouMeanOneOf, type Problem } from '@g6/problems';
import type { PanelDraft } from '../panel-draft';
import type { PanelSource } from '../panel-source';
import { CLASSIC } from './classic';
import type { Profile } from './profile';
import { STANDARD } from './standard';

export { CLASSIC, STANDARD };

/** The profiles that come with the program. */
export const BUILT_IN_PROFILES: readonly Profile[] = [CLASSIC, STANDARD];

/** Which profiles a run has, besides the built-in ones, and which its plans have by default. */
export interface ProfileChoice {
  /** Name of the profile of plans that name none. */
  readonly profile: string;
  /** Profiles of the workspace, none with the name of a built-in one. */
  readonly ownProfiles?: readonly Profile[] | undefined;
}

/** The profile of a plan, and a problem if the name that the plan or the settings give has none. */
export function profileOf(
  plan: Plan,
  { profile: usual, ownProfiles = [] }: ProfileChoice,
): { profile: Profile; problems: readonly Problem[] } {
  const name = plan.profile ?? usual;
  const known = [...BUILT_IN_PROFILES, ...ownProfiles];
  const profile = known.find((one) => one.name === name);
  if (profile) return { profile, problems: [] };
  return { profile: CLASSIC, problems: [unknownProfile(plan, name, known)] };
}

/** The profile of plans that name none; `classic` if there is none of that name. */
export function usualProfile({ profile, ownProfiles = [] }: ProfileChoice): Profile {
  return [...BUILT_IN_PROFILES, ...ownProfiles].find(({ name }) => name === profile) ?? CLASSIC;
}

function unknownProfile(plan: Plan, name: string, known: readonly Profile[]): Problem {
  const { file, path } = plan.ref;
  const own = plan.profile !== undefined;
  const names = known.map((one) => one.name);
  const hint = didYouMeanOneOf(name, names, 'choose from');
  return {
    ...file.locate(own ? [...path, 'profile'] : path),
    code: 'profile-unknown',
    severity: 'error',
    message: own
      ? `there is no profile "${name}"`
      : `the settings name the profile "${name}", which does not exist`,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Why a dashboard of a profile has a panel, in one sentence. */
export function panelReason({ sources }: Profile, draft: PanelDraft): string {
  const { source, recognized } = draft;
  const reason = sources.find(({ name }) => name === source)?.reason ?? '';
  if (recognized === undefined) return reason;
  return `${reason} It was recognized as ${recognized.as.replaceAll('_', ' ')}: ${recognized.because}.`;
}

/** Every source of the built-in profiles, once, in the order in which they draft. */
export const PANEL_SOURCES: readonly PanelSource[] = [
  ...new Map(
    BUILT_IN_PROFILES.flatMap(({ sources }) => sources.map((source) => [source.name, source])),
  ).values(),
];

import { BUILT_IN_PROFILES, checkProfiles, type Profile } from '@g6/generation';
import { guardProfile } from './profile-failures';

/** The profiles that a module of a workspace exports, and what is wrong with the others. */
export function checkedProfiles(
  exported: unknown,
  files: readonly string[],
): { readonly profiles: readonly Profile[]; readonly faults: readonly string[] } {
  const taken = BUILT_IN_PROFILES.map(({ name }) => name);
  const { profiles, faults } = checkProfiles(exported, taken);
  return { profiles: profiles.map((profile) => guardProfile(profile, files)), faults };
}

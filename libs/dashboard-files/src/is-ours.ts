import { META_KEY } from '@g6/model';

/** Tells whether a file is a dashboard that the generator wrote; others are never touched. */
export function isOurs(text: string, metaKey: string = META_KEY): boolean {
  // Cheap first: a folder may hold large files of other origin.
  if (!text.includes(`"${metaKey}"`)) return false;
  try {
    const value = JSON.parse(text) as Record<string, Record<string, unknown> | undefined> | null;
    return typeof value?.[metaKey]?.['spec_hash'] === 'string' && 'panels' in value;
  } catch {
    return false;
  }
}

/** The moment that the address of the page takes for now; pictures are of one, to stay the same. */
const FIXED = new URLSearchParams(location.search).get('now');

/** The present, in milliseconds since 1970. */
export function now(): number {
  return FIXED !== null && /^\d{1,15}$/.test(FIXED) ? Number(FIXED) : Date.now();
}

/** Whether the page stands still for a picture, without what is there to be used. */
export const IS_PICTURE = new URLSearchParams(location.search).has('picture');

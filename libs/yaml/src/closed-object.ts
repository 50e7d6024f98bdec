import * as z from 'zod';

/** The start of the message of an unknown-key issue; see {@link closedObject}. */
export const UNKNOWN_KEY = 'unknown key';

/** Keeps zod from compiling a schema into code, which takes longer than a run of ours saves by it. */
export const UNCOMPILED = { jitless: true } as const;

/**
 * An object schema that refuses keys outside its shape, except those that start with `x-`.
 * Neither of zod's own strict and loose objects allows a prefix.
 */
export function closedObject<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  const schema = z.looseObject(shape);
  const refuseUnknown = z.check<z.infer<typeof schema>>((context) => {
    for (const key of Object.keys(context.value)) {
      if (known.includes(key) || key.startsWith('x-')) continue;
      context.issues.push({
        code: 'custom',
        message: UNKNOWN_KEY,
        input: context.value,
        path: [key],
        params: { known },
      });
    }
  });
  // Without this, zod would report unknown keys only once every known key is right.
  refuseUnknown._zod.def.when = (payload) =>
    typeof payload.value === 'object' && payload.value !== null && !Array.isArray(payload.value);
  return schema.check(refuseUnknown);
}

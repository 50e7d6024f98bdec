import * as z from 'zod';

/** What the message of an unknown-key issue starts with; see {@link closedObject}. */
export const UNKNOWN_KEY = 'unknown key';

/**
 * An object schema that refuses keys outside its shape, keys starting `x-` aside.
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
  // Without this, zod would tell of unknown keys only once every known key is right.
  refuseUnknown._zod.def.when = (payload) =>
    typeof payload.value === 'object' && payload.value !== null && !Array.isArray(payload.value);
  return schema.check(refuseUnknown);
}

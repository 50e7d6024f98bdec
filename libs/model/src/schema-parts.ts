/** Parts that the schemas of panels, plans and variables share. */
import * as z from 'zod';

/** Schema of a text that must not be empty; `what` names it in the message. */
export function filledText(what = 'the text') {
  return z.string().min(1, `wrong-value: ${what} must not be empty`);
}

/** Schema of an interval such as 30s, in one of the forms that its place takes. */
export function intervalText(form: RegExp) {
  return z
    .string()
    .regex(form, 'wrong-value: {value} is not an interval; write for example 30s, 5m or 1h');
}

import * as z from 'zod';

/** Whether a problem refuses the input. */
export const severity = () => z.enum(['error', 'warning']);
/** A text. */
export const text = (meaning: string) => z.string().describe(meaning);
/** A list of texts. */
export const texts = (meaning: string) => z.array(z.string()).describe(meaning);
/** A whole number from 0. */
export const number = (meaning: string) => z.int().min(0).describe(meaning);
/** Whether something is so. */
export const flag = (meaning: string) => z.boolean().describe(meaning);

/** The keys of a place in a file. */
export const position = () => ({
  file: text('Path of the file, or the option that is meant.'),
  line: number('Line, from 1; 0 means the whole file.'),
  column: number('Column, from 1, in UTF-16 code units; 0 if the line is 0.'),
});

/** The problems of an input. */
export const problems = () =>
  z
    .array(
      z.strictObject({
        ...position(),
        code: text('Code of the problem, with a section in the page of problems.'),
        severity: severity().describe('Errors refuse the input, warnings do not.'),
        message: text('The fault, with the value and what is allowed.'),
        hint: text('How to mend it, if the message does not say so.').optional(),
      }),
    )
    .describe('Errors and warnings about the input.');

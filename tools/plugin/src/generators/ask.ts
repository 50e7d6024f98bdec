import { cancel, isCancel, multiselect, select, text } from '@clack/prompts';

/**
 * Asks what only the spec can offer to choose from: the prompts in a `schema.json` are fixed. It is
 * what Nx asks with, so all questions of a generator look alike.
 */
export async function askFamilies(families: readonly string[]): Promise<string[]> {
  const options = families.map((value) => ({ value }));
  const message = 'Which families does the dashboard show?';
  return answered(await multiselect({ message, options, required: true, maxItems: 15 }));
}

/** Asks for one family of the spec. */
export async function askFamily(families: readonly string[]): Promise<string> {
  const options = families.map((value) => ({ value }));
  return answered(await select({ message: 'Which family does it join?', options, maxItems: 15 }));
}

/** Asks for a text; the check says what is wrong with an answer, or nothing. */
export async function askText(
  message: string,
  check: (answer: string) => string | undefined,
): Promise<string> {
  return answered(await text({ message, validate: (answer) => check(answer ?? '') }));
}

function answered<Answer>(answer: Answer | symbol): Answer {
  if (!isCancel(answer)) return answer;
  cancel('Nothing was written');
  // As Nx does it: the status that a shell gives to an interrupted command.
  process.exit(130);
}

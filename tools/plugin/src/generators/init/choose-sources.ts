import { NO_SOURCE, SOURCES_QUESTION } from '@g6/dashboards';
import { type RepeatedOption, sourcesOption } from '../list-option';
import { mayAsk } from '../may-ask';

/** The options that name what a workspace begins with. */
interface FromOptions {
  readonly from?: RepeatedOption;
  readonly yes?: boolean;
}

/**
 * The sources that a workspace begins with, none for a sample. Whoever has no spec yet and says nothing
 * is asked, if there is somebody to ask.
 */
export async function chooseSources(
  hasSpec: boolean,
  { from, yes = false }: FromOptions,
): Promise<readonly string[]> {
  const given = from ?? (!yes && !hasSpec && mayAsk() ? await ask() : undefined);
  return sourcesOption(given).filter((source) => source !== NO_SOURCE);
}

async function ask(): Promise<readonly string[]> {
  const { askText } = await import('../ask');
  return (await askText(SOURCES_QUESTION, () => undefined)).split(/\s+/);
}

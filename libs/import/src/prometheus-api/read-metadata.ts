import * as z from 'zod';
import { compareText, type Problem } from '@g6/problems';
import { FOUND_TYPES, type FoundType } from '../found-metric';
import { type ApiAnswer, type ApiReading, readAnswer } from './api-answers';

/** Metadata of one name, as a target told it. */
export interface MetricMetadata {
  readonly name: string;
  readonly type: FoundType;
  readonly help?: string;
  readonly unit?: string;
}

const shape = z.record(
  z.string(),
  z.array(
    z.object({
      type: z.string().optional(),
      help: z.string().optional(),
      unit: z.string().optional(),
    }),
  ),
);

/**
 * Reads `/api/v1/metadata`, by name. Of what targets say differently the first counts, and the type is
 * a problem; texts of help differ between versions of a program and are not.
 */
export function readMetadata(answer: ApiAnswer): ApiReading<readonly MetricMetadata[]> {
  const { data, problems } = readAnswer(answer, shape);
  if (!data) return { problems };
  const conflicts: Problem[] = [];
  const metadata = Object.entries(data).map(([name, entries]): MetricMetadata => {
    const types = [...new Set(entries.map(({ type }) => typeOf(type)))];
    const known = types.filter((type) => type !== 'unknown');
    if (known.length > 1) {
      conflicts.push({
        ...{ file: answer.url, line: 0, column: 0 },
        ...{ code: 'import-conflict', severity: 'warning' },
        message: `targets disagree on the type of "${name}": ${known.join(', ')}`,
      });
    }
    const help = entries.find((entry) => (entry.help ?? '') !== '')?.help;
    const unit = entries.find((entry) => (entry.unit ?? '') !== '')?.unit;
    return {
      name,
      type: known[0] ?? 'unknown',
      ...(help === undefined ? {} : { help }),
      ...(unit === undefined ? {} : { unit }),
    };
  });
  metadata.sort((a, b) => compareText(a.name, b.name));
  return { data: metadata, problems: [...problems, ...conflicts] };
}

function typeOf(type: string | undefined): FoundType {
  return FOUND_TYPES.find((known) => known === type) ?? 'unknown';
}

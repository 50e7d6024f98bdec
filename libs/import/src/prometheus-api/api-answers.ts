import * as z from 'zod';
import { NO_PLACE, type Problem } from '@g6/problems';

/** An answer of the HTTP API of Prometheus, with the address that problems show for it. */
export interface ApiAnswer {
  /** The address that was asked, without credentials. */
  readonly url: string;
  /** The body, parsed. */
  readonly body: unknown;
}

/** The content of an answer; empty if it is not as the API promises. */
export interface ApiReading<Data> {
  readonly data?: Data;
  readonly problems: readonly Problem[];
}

const envelope = z.object({
  status: z.string(),
  data: z.unknown().optional(),
  error: z.string().optional(),
  errorType: z.string().optional(),
  warnings: z.array(z.string()).optional(),
});

/**
 * Reads an answer by the shape of its data. An error of the server is a problem with the server's own
 * words, and so is each of its warnings; the data is read then as well.
 */
export function readAnswer<Data>(
  { url, body }: ApiAnswer,
  shape: z.ZodType<Data>,
): ApiReading<Data> {
  const outer = envelope.safeParse(body);
  if (!outer.success) {
    const hint = 'the address must be that of Prometheus, without /api/v1';
    return { problems: [problem(url, 'this is not an answer of Prometheus', hint)] };
  }
  const { status, error, errorType, warnings = [], data } = outer.data;
  if (status !== 'success') {
    const words = [errorType, error].filter((part) => part !== undefined).join(': ');
    return { problems: [problem(url, `Prometheus refused the request: ${cut(words)}`)] };
  }
  const told = warnings.map((warning) => warningOf(url, cut(warning)));
  const inner = shape.safeParse(data);
  if (inner.success) return { data: inner.data, problems: told };
  const [issue] = inner.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  const message = `the answer of Prometheus has another form than expected, at data${path === '' ? '' : `.${cut(path)}`}`;
  return { problems: [...told, problem(url, message)] };
}

function problem(file: string, message: string, hint?: string): Problem {
  const detail = hint === undefined ? {} : { hint };
  return { file, ...NO_PLACE, code: 'import-unreadable', severity: 'error', message, ...detail };
}

function warningOf(file: string, warning: string): Problem {
  const message = `Prometheus warns: ${warning}`;
  return { file, ...NO_PLACE, code: 'import-unreadable', severity: 'warning', message };
}

function cut(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

import { reviewJson, reviewMarkdown } from '@g6/inventory';
import { hasErrors, placelessProblem, type Problem, safeJson, statusOf } from '@g6/problems';
import { loadPreview } from '../files/load-preview';
import { type PreviewRequest, PreviewSource } from '../run/preview-source';
import { type ReviewReport, type ReviewRequest, reviewRun } from '../run/review-run';
import { Printer, type Printout, type Shell } from './printer';

/** The forms of a review. */
export const REVIEW_FORMATS = ['markdown', 'html', 'json'] as const;

/** A form of a review. */
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

/** What a review is written as, and where to. */
export interface ReviewOutput {
  readonly format: ReviewFormat;
  /** File to write; undefined to print. */
  readonly out?: string | undefined;
  /** Folder that gets a picture of each changed panel before and after. */
  readonly images?: string | undefined;
  /** Reads the configuration, by whose spec data is made up for pages and pictures. */
  readonly readRequest: () => PreviewRequest;
}

/** Reports what changed in the dashboards since a git revision. */
export async function printReview(
  request: ReviewRequest,
  output: ReviewOutput,
  shell: Shell,
): Promise<Printout> {
  const printer = new Printer(shell);
  const report = reviewRun(request);
  printer.problems(report.problems, 'nothing was compared');
  if (hasErrors(report.problems)) return printer.end(statusOf(report.problems));
  const drawn = await drawReview(report, output, request.cwd);
  printer.problems(drawn.problems, 'nothing was reported');
  if (hasErrors(drawn.problems)) return printer.end(statusOf(drawn.problems));
  for (const path of drawn.written) printer.notes(`${path} written`);
  const text = drawn.html ?? textOf(report, output.format);
  if (output.out === undefined) {
    printer.text(text);
    return printer.end(statusOf([]));
  }
  return printer.end(statusOf(printer.file(output.out, text)));
}

function textOf({ review, revision }: ReviewReport, format: ReviewFormat): string {
  if (format === 'markdown') return reviewMarkdown(review, revision);
  return `${safeJson({ revision, dashboards: reviewJson(review) })}\n`;
}

interface Drawn {
  readonly problems: readonly Problem[];
  readonly written: readonly string[];
  readonly html?: string;
}

/** Draws a review as a page, and takes pictures of it; other forms need no drawing. */
async function drawReview(
  { review, revision }: ReviewReport,
  { format, images, readRequest }: ReviewOutput,
  cwd: string,
): Promise<Drawn> {
  if (format !== 'html' && images === undefined) return { problems: [], written: [] };
  const { preview, problem } = loadPreview(cwd);
  if (!preview) return { problems: [problem], written: [] };
  const source = new PreviewSource(readRequest);
  const { stale, problems } = source.state();
  if (stale) {
    const message = 'the spec that data is made up by has errors';
    return {
      problems: [...problems, placelessProblem('report', 'option-value', message)],
      written: [],
    };
  }
  const html = preview.renderReview({ review, revision, catalogue: source.catalogue() });
  const page = format === 'html' ? { html } : {};
  if (images === undefined) return { problems: [], written: [], ...page };
  return { ...(await preview.pictureReview(html, images)), ...page };
}

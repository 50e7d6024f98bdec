import type { PreviewCatalogue, ReviewedPanel, ReviewInput } from '@g6/dashboards';
import { interpolate } from '../interpolate';
import type { QueryData } from '../protocol';
import { momentData, rangeData } from '../server/synthetic-reads';

/** A panel of a review with what the page draws of it. */
export interface ReviewPanel {
  /** Unique in the review, and fit for the name of a file. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly changes: readonly {
    readonly part: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** Grafana's JSON of the panel on each side that has it. */
  readonly before?: object;
  readonly after?: object;
}

/** Everything that the page of a review shows, its data included. */
export interface ReviewData {
  readonly revision: string;
  readonly dashboards: readonly {
    readonly slug: string;
    readonly title: string;
    readonly kind: string;
    readonly changes: ReviewPanel['changes'];
    readonly panels: readonly ReviewPanel[];
  }[];
  /** Results by query, see {@link queryKey}. */
  readonly results: Readonly<Record<string, QueryData>>;
  /** The range of the data, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** The end of the range that reviews show; the same on every run. */
const END = 1_767_268_800;
const STEP = 180;
const POINTS = 120;
const VARIABLES = { __rate_interval: '5m', __interval: '3m', __range: '6h', __range_s: '21600' };

/** The key of a query's result: the expression as written, and whether it asks for one moment. */
export function queryKey(expr: string, instant: boolean): string {
  return `${instant ? 'instant' : 'range'} ${expr}`;
}

/** Collects what the page of a review shows. */
export function reviewData({ review, revision, catalogue }: ReviewInput): ReviewData {
  const results = new Map<string, QueryData>();
  const dashboards = review.map(({ slug, title, kind, changes, panels }) => ({
    slug,
    title,
    kind,
    changes,
    panels: panels.map(({ before, after, ...change }, position) => ({
      ...change,
      key: `${slug}-${position + 1}`,
      ...(before ? { before: drawn(before, catalogue, results) } : {}),
      ...(after ? { after: drawn(after, catalogue, results) } : {}),
    })),
  }));
  const from = (END - STEP * (POINTS - 1)) * 1000;
  return { revision, dashboards, results: Object.fromEntries(results), from, to: END * 1000 };
}

/** Grafana's JSON of a panel; the results of its queries are added to those of the review. */
function drawn(
  { raw, gridPos }: ReviewedPanel,
  catalogue: PreviewCatalogue,
  results: Map<string, QueryData>,
): object {
  const { targets = [] } = raw as {
    targets?: readonly { expr?: string; instant?: boolean; range?: boolean }[];
  };
  for (const { expr = '', instant = false, range = false } of targets) {
    const isMoment = instant && !range;
    const key = queryKey(expr, isMoment);
    if (expr !== '' && !results.has(key)) results.set(key, resultOf(expr, isMoment, catalogue));
  }
  return { ...raw, gridPos: gridPos ?? { x: 0, y: 0, w: 12, h: 8 } };
}

function resultOf(expr: string, isMoment: boolean, catalogue: PreviewCatalogue): QueryData {
  const known = interpolate(expr, VARIABLES);
  // A variable of the dashboard matches everything, as its choice "All" does.
  const whole = known.replace(/\$\{?\w+(?::\w+)?\}?/g, '.*').replaceAll('="."*', '=~".*"');
  const times = Array.from({ length: POINTS }, (_, i) => END - STEP * (POINTS - 1 - i));
  return isMoment ? momentData(whole, END, catalogue) : rangeData(whole, times, catalogue);
}

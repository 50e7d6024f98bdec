/** The types of Prometheus' expression language. */
export type ResultType = 'scalar' | 'string' | 'instant vector' | 'range vector';

/** The parameters and the result of a function. */
export interface FunctionSignature {
  readonly takes: readonly ResultType[];
  /** The fewest arguments, and the most; the last type holds for all further ones. */
  readonly least: number;
  readonly most: number;
  readonly gives: ResultType;
}

/**
 * The functions of Prometheus 3 by signature, see
 * https://prometheus.io/docs/prometheus/latest/querying/functions/: the types of the arguments, `?`
 * after one that may be missing, `*` after one that may be missing or repeated.
 */
const BY_SIGNATURE: Readonly<Record<string, string>> = {
  '': 'pi time start end range step',
  vector:
    'abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg ' +
    'histogram_count histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad scalar sgn ' +
    'sin sinh sort sort_desc sqrt start_timestamp tan tanh timestamp',
  range:
    'absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta ' +
    'increase irate last_over_time mad_over_time max_over_time min_over_time present_over_time rate ' +
    'resets stddev_over_time stdvar_over_time sum_over_time ts_of_first_over_time ' +
    'ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time',
  scalar: 'vector',
  'vector?': 'day_of_month day_of_week day_of_year days_in_month hour minute month year',
  'scalar scalar': 'max_of min_of',
  'scalar vector': 'histogram_quantile',
  'scalar range': 'quantile_over_time',
  'vector scalar': 'clamp_max clamp_min',
  'vector scalar?': 'round',
  'vector vector?': 'info',
  'vector string*': 'sort_by_label sort_by_label_desc',
  'range scalar': 'predict_linear',
  'vector scalar scalar': 'clamp',
  'scalar scalar vector': 'histogram_fraction',
  'range scalar scalar': 'double_exponential_smoothing',
  'vector string string string*': 'label_join',
  'vector string scalar scalar*': 'histogram_quantiles',
  'vector string string string string': 'label_replace',
};

/** More quantiles at once than this are refused. */
const MOST_QUANTILES = 13;

const SCALAR_FUNCTIONS = new Set('pi time start end range step scalar min_of max_of'.split(' '));

const TYPES: Readonly<Record<string, ResultType>> = {
  vector: 'instant vector',
  range: 'range vector',
  scalar: 'scalar',
  string: 'string',
};

/** Every function of Prometheus by its name. */
export const FUNCTIONS: ReadonlyMap<string, FunctionSignature> = new Map(
  Object.entries(BY_SIGNATURE).flatMap(([signature, names]) =>
    names.split(' ').map((name) => [name, readSignature(signature, name)] as const),
  ),
);

function readSignature(signature: string, name: string): FunctionSignature {
  const words = signature === '' ? [] : signature.split(' ');
  const takes = words.map((word) => TYPES[word.replace(/[?*]$/, '')] ?? 'instant vector');
  const last = words.at(-1) ?? '';
  const unlimited = last.endsWith('*');
  return {
    takes,
    least: /[?*]$/.test(last) ? takes.length - 1 : takes.length,
    most: name === 'histogram_quantiles' ? MOST_QUANTILES : unlimited ? Infinity : takes.length,
    gives: SCALAR_FUNCTIONS.has(name) ? 'scalar' : 'instant vector',
  };
}

/** Aggregations that take a parameter before what they aggregate, and the type of it. */
export const AGGREGATION_PARAMETERS: ReadonlyMap<string, ResultType> = new Map([
  ['topk', 'scalar'],
  ['bottomk', 'scalar'],
  ['quantile', 'scalar'],
  ['limitk', 'scalar'],
  ['limit_ratio', 'scalar'],
  ['count_values', 'string'],
]);

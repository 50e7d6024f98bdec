/** The percentiles that every histogram gets a panel for. */
export const QUANTILES: readonly number[] = [95, 99];

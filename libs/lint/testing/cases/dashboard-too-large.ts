import type { LintCases } from '../lint-case';

/** A family with so many gauges. */
const gauges = (count: number) =>
  `  wide:\n    owner: o\n    metrics:\n${Array.from(
    { length: count },
    (_, i) => `      - {name: wide_${i}_depth, type: gauge, help: Depth.}\n`,
  ).join('')}`;

const plans = ['{slug: wide, profile: standard, families: [wide]}'];

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a dashboard with more panels than anybody looks at',
      families: gauges(95),
      plans,
      finds: ['plans.yml:2:5 the dashboard "wide" has 101 panels, more than 100'],
    },
  ],
  passes: [{ about: 'one with just as many as can be', families: gauges(94), plans }],
};

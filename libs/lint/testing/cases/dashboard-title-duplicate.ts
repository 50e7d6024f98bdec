import type { LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'two plans with the same title',
      plans: ['{slug: bus, families: [bus]}', '{slug: buses, title: Bus, families: [bus]}'],
      finds: ['plans.yml:3:5 the dashboards "bus" and "buses" are both titled "Bus"'],
    },
  ],
  passes: [
    {
      about: 'two plans with titles of their own',
      plans: ['{slug: bus, families: [bus]}', '{slug: buses, families: [bus]}'],
    },
  ],
};

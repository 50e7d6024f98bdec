import type { RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
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

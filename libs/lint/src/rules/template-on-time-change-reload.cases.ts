import { withVariables, type RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
  fails: [
    {
      about: 'a variable that is queried once',
      edit: withVariables({ type: 'query', name: 'v', query: 'label_values(job)', refresh: 1 }),
      finds: [
        'plans.yml:2:5 the variable "v" of "bus" does not reload when the time range changes',
      ],
    },
  ],
  passes: [
    {
      about: 'a variable that reloads',
      edit: withVariables({ type: 'query', name: 'v', query: 'label_values(job)', refresh: 2 }),
    },
  ],
};

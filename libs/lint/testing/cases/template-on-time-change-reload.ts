import { withVariables, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
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

import { CHECK_FORMATS } from '@g6/dashboards';
import { choice, flag, text } from '../option-properties';
import { SERVER_OPTIONS } from '../server-properties';

/** The options of the executor `check`, besides those that say where the plans are. */
export const CHECK_OPTIONS = {
  title: 'Check dashboards and spec against Prometheus',
  options: {
    prometheus: text('Address of Prometheus, with its path prefix.'),
    ...SERVER_OPTIONS,
    lookback: text('How far back metrics are looked for; default 7d.'),
    scrapeInterval: text('Time between two samples; default 15s.'),
    concurrency: {
      type: 'number',
      minimum: 1,
      default: 4,
      description: 'Most requests at a time.',
    },
    strict: flag('Treat warnings as errors.'),
    format: choice(CHECK_FORMATS, 'Form of the findings.', 'text'),
    out: text(
      'File to write the findings to in that form, from the workspace root; default none, they are printed.',
    ),
  },
  examples: [
    {
      command: 'nx run dashboards:check --prometheus=http://localhost:9090',
      description: 'Checks all dashboards against a Prometheus',
    },
  ],
};

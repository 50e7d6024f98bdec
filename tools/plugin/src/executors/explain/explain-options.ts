import { flag, text } from '../option-properties';

/** The options of the executor `explain`, besides the settings. */
export const EXPLAIN_OPTIONS = {
  title: 'Explain a dashboard, a panel or a metric',
  options: {
    slug: text('Slug of the dashboard to explain.'),
    panel: text('Title or panel_uuid of one of its panels; default all.'),
    metric: text('Name of the metric to explain, instead of a dashboard.'),
    json: flag('Print the explanation as JSON.'),
  },
  examples: [
    {
      command: 'nx run dashboards:explain --slug=bus_health',
      description: 'Says why the dashboard has its panels, and what was left out',
    },
    {
      command: 'nx run dashboards:explain --metric=g6_bus_events_published_total',
      description: 'Lists the panels, rules, alerts and variables that read the metric',
    },
  ],
} as const;

import { type Sample, sampleBasis } from '@g6/generation/testing';
import {
  DEFAULT_OPTIONS,
  draftDashboard,
  type FinishedDashboard,
  finishEveryForm,
} from '@g6/generation';

/** The dashboard of a sample, as every form is written from it. */
export function finishedDashboard(sample: Sample): FinishedDashboard {
  const { basis, plan } = sampleBasis(sample);
  return finishEveryForm(draftDashboard(plan, basis, DEFAULT_OPTIONS), basis, DEFAULT_OPTIONS);
}

/** A small dashboard with one of each: a folder, variables, an annotation, sections, links, a table. */
export const SMALL_DASHBOARD: Sample = {
  metrics: [
    {
      name: 'bus_events_total',
      type: 'counter',
      labels: ['line'],
      panels: [
        {
          title: 'Events',
          promql: 'sum by (line) (rate(bus_events_total[5m]))',
          description: 'Events of each line.',
          unit: 'reqps',
          thresholds: { warning: 5, critical: 9, show: 'line' },
          links: [{ title: 'Runbook', url: 'https://example.org/events' }],
        },
      ],
    },
    { name: 'bus_depth', type: 'gauge', panels: [{ promql: 'bus_depth', panel_type: 'stat' }] },
  ],
  plan: {
    slug: 'bus',
    title: 'Buses',
    description: 'Do events get through?',
    folder: 'City/Buses',
    layout: 'tabs',
    variables: ['line', { name: 'step', interval: ['1m', '5m'] }],
    annotations: [{ name: 'Restarts', promql: 'changes(bus_depth[5m]) > 0', title: 'Restart' }],
    sections: [
      { panels: [{ title: 'About', panel_type: 'text', content: 'Say `$line`.' }] },
      { title: 'Traffic', metrics: ['bus_events_total'], grid: 'auto', show_if_data: true },
      { title: 'Queues', metrics: ['bus_depth'], collapsed: true },
    ],
  },
};

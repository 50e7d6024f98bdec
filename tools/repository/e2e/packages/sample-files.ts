/** The spec of somebody who starts small. */
export const SPEC = `version: 1
families:
  jobs:
    owner: team-batch
    metrics:
      - name: jobs_waiting
        type: gauge
        labels: [queue]
        panels:
          - title: Jobs Waiting
            promql: sum by (queue) (jobs_waiting)
      - name: jobs_completed_total
        type: counter
        help: Jobs that came to an end.
        labels: [queue]
        cardinality_budget: 20
`;

/** The one dashboard that is planned for it. */
export const PLANS = `dashboards:
  - slug: queue
    families: [jobs]
`;

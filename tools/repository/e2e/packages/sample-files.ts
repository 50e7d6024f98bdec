/** A small spec to start with. */
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

/** A plan of one dashboard for it. */
export const PLANS = `dashboards:
  - slug: queue
    families: [jobs]
`;

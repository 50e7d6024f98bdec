/** A spec whose families concern each other in every way that a dashboard shows, and its plans. */

export const SPEC = {
  version: 1,
  target_labels: ['job', 'instance'],
  external_metrics: ['node_*'],
  families: {
    bus: {
      title: 'The bus',
      owner: 'team bus',
      recording_rules: [
        { record: 'bus:load', expr: 'sum by (queue) (shop_load) / on () bus_capacity' },
        { record: 'bus_wait_seconds:p95_5m', expr: 'max by (zone) (bus_wait_seconds_sum)' },
      ],
      metrics: [
        {
          name: 'bus_events_total',
          type: 'counter',
          help: 'Events.',
          labels: ['queue', { name: 'result', values: ['ok', 'failed'], errors: ['failed'] }],
          renamed_from: ['bus_messages_total'],
          panels: [
            { title: 'Rate', promql: 'sum by (queue) (rate(bus_events_total[5m]))' },
            { title: 'Old', promql: 'sum(rate(bus_messages_total[5m]))' },
            {
              title: 'Load',
              promql: 'sum(shop_load)',
              thresholds: 'from_alerts',
              panel_type: 'timeseries',
            },
          ],
          alerts: [{ alert: 'Slow', expr: 'sum(shop_load) > 8', severity: 'critical' }],
        },
        {
          name: 'bus_wait_seconds',
          type: 'histogram',
          labels: ['queue'],
          buckets: [1, 5],
          help: 'Waiting.',
          cardinality_budget: 20,
        },
        { name: 'bus_capacity', type: 'gauge', unit: 'bytes', help: 'Room.' },
      ],
    },
    shop: {
      title: 'The shop',
      metrics: [
        {
          name: 'shop_load',
          type: 'gauge',
          labels: ['queue', 'zone'],
          help: 'Load.',
          renamed_from: ['shop_burden'],
          alerts: [
            {
              alert: 'Busy',
              expr: 'sum(shop_load) > 5',
              severity: 'warning',
              labels: { ref: 'a' },
            },
            { alert: 'Slow', expr: 'shop_load > 100', severity: 'warning' },
          ],
        },
        {
          name: 'shop_build_info',
          type: 'info',
          labels: ['version'],
          help: 'Build.',
        },
        {
          name: 'shop_orders_total',
          type: 'counter',
          labels: ['zone'],
          help: 'Orders.',
          panels: [
            { title: 'Recorded', promql: 'store_seconds:p95_5m_by_op' },
            { title: 'Share', promql: 'sum(rate(shop_orders_total[5m])) / sum(bus:load)' },
            {
              title: 'Patched',
              promql: 'shop_orders_total',
              panel_type: 'table',
              grafana: { options: { ref: 'x' } },
            },
          ],
        },
      ],
    },
    store: {
      recording_rules: [{ record: 'store:fill', expr: 'avg without (disk) (store_bytes)' }],
      metrics: [
        {
          name: 'store_bytes',
          type: 'gauge',
          labels: ['disk', 'zone'],
          help: 'Bytes.',
          unit: 'bytes',
          deprecated: { use: 'shop_load', since: '2' },
        },
        {
          name: 'store_seconds',
          type: 'histogram',
          labels: ['op'],
          buckets: [0.1, 1],
          help: 'Time.',
          panels: [
            {
              title: 'Inline',
              promql: 'histogram_quantile(0.5, sum by (le) (rate(store_seconds_bucket[5m])))',
            },
            { title: 'Heat', promql: 'rate(store_seconds_bucket[5m])', panel_type: 'heatmap' },
          ],
        },
        { name: 'store.größe', type: 'gauge', labels: ['disk'], help: 'UTF-8.' },
      ],
    },
    empty: { metrics: [{ name: 'lonely', type: 'unknown', help: 'Nobody reads this.' }] },
  },
};

export const EFFICIENCY = {
  version: 1,
  panels: [
    {
      title: 'Load per order',
      unit: 'short',
      requires: ['shop_load', 'shop_orders_total'],
      slugs: ['bus', 'store_standard'],
      queries: [{ expr: 'sum(shop_load) / sum(rate(shop_orders_total[5m]))' }],
    },
    {
      title: 'Fill',
      unit: 'bytes',
      requires: ['store_bytes'],
      slugs: ['shop'],
      queries: [{ expr: 'store:fill' }],
    },
  ],
};

export const PLANS = [
  'slug: bus\nfamilies: [bus]\n',
  'slug: shop\nfamilies: [shop]\nvariables: [zone]\nalert_preview: true\n',
  'slug: store\nfamilies: [store]\nvariables: [job, disk]\npanels:\n  - {title: Other, promql: sum by (zone) (shop_burden)}\n  - {title: Limits, promql: sum(shop_load), thresholds: from_alerts}\n',
  'slug: governance\nfamilies: [empty]\n',
  'slug: store_standard\nprofile: standard\nfamilies: [store, bus]\n',
  'slug: shop_standard\nprofile: standard\nfamilies: [shop]\nannotations:\n  - {name: Full, promql: bus:load > 5}\n',
];

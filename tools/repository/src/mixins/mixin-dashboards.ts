/** A dashboard of a public mixin that is written in our formats too. */
export interface MixinDashboard {
  /** The folder of its spec and plans below `tools/repository/mixins`. */
  readonly workspace: string;
  readonly slug: string;
  /** The dashboard that the mixin generates, below the folder of all mixins. */
  readonly original: string;
}

/** The dashboards that are compared with their originals. */
export const MIXIN_DASHBOARDS: readonly MixinDashboard[] = [
  {
    workspace: 'node',
    slug: 'use_method_node',
    original: 'node-exporter/dashboards/node-rsrc-use.json',
  },
  { workspace: 'node', slug: 'nodes', original: 'node-exporter/dashboards/nodes.json' },
  {
    workspace: 'kubernetes',
    slug: 'pod',
    original: 'kubernetes/dashboards/k8s-resources-pod.json',
  },
];

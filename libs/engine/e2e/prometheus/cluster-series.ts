import { exposed } from './exposition';

/** A series whose value rises by `size` a second, moves around `size`, or always is `size`. */
interface ClusterSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly course: Course;
  readonly size: number;
}

type Course = 'rises' | 'moves' | 'stays';

const NODES = ['node-1', 'node-2', 'node-3'];
const PODS = ['api-0', 'api-1', 'web-0'];

/** Two hours of a small cluster with nodes, pods and etcd in OpenMetrics text. */
export function clusterHistory(end: number): string {
  const lines: string[] = [];
  for (const one of [...nodes(), ...pods(), ...etcd(), ...apiServers()]) {
    const series = exposed(one.name, one.labels);
    for (let time = end - 7200; time <= end; time += 15) {
      lines.push(`${series} ${valueAt(one, time - end)} ${time}`);
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

/** The value so many seconds after the end, which is never more than two hours before. */
function valueAt({ course, size }: ClusterSeries, seconds: number): number {
  if (course === 'stays') return size;
  return course === 'rises'
    ? size * (90_000 + seconds)
    : size * (1 + 0.1 * Math.sin(seconds / 300));
}

function nodes(): ClusterSeries[] {
  return NODES.flatMap((instance, node) => {
    const labels = { job: 'node', cluster: node === 2 ? 'west' : 'east', instance };
    const gauge = series(labels, 'moves');
    const fixed = series(labels, 'stays');
    const counter = series(labels, 'rises');
    return [
      fixed('up', 1),
      fixed('node_uname_info', 1, { nodename: `host-${node}`, release: '6.1' }),
      gauge('node_load1', 0.7 + node),
      fixed('node_memory_MemTotal_bytes', 8e9 + node),
      gauge('node_memory_MemAvailable_bytes', 3e9 + node * 1e8),
      fixed('instance:node_num_cpu:sum', 4),
      gauge('instance:node_cpu_utilisation:rate5m', 0.3 + node / 10),
      counter('node_vmstat_pgmajfault', 2 + node),
      counter('node_context_switches_total', 300 + node),
      fixed('node_boot_time_seconds', 1.6e9 + node),
      ...['user', 'system', 'idle'].flatMap((mode, at) =>
        ['0', '1'].map((cpu) =>
          counter('node_cpu_seconds_total', 0.1 + at / 5 + node / 50 + Number(cpu) / 90, {
            cpu,
            mode,
          }),
        ),
      ),
      ...['eth0', 'lo'].flatMap((device, at) => [
        counter('node_network_receive_bytes_total', 1000 + 17 * at + node, { device }),
        counter('node_network_transmit_bytes_total', 900 + 13 * at + node, { device }),
      ]),
      ...['/', '/data', '/boot'].flatMap((mountpoint, at) => {
        const where = { mountpoint, device: `sda${at}`, fstype: at === 2 ? 'vfat' : 'ext4' };
        return [
          fixed('node_filesystem_size_bytes', 1e10 + at, where),
          gauge('node_filesystem_avail_bytes', 4e9 - 1e8 * node + at, where),
        ];
      }),
      counter('node_disk_io_time_seconds_total', 0.2 + node / 20, { device: 'sda' }),
    ];
  });
}

function pods(): ClusterSeries[] {
  return PODS.flatMap((pod, at) => {
    const namespace = pod.startsWith('web') ? 'front' : 'back';
    const labels = { job: 'kubelet', cluster: 'east', namespace, pod };
    const gauge = series(labels, 'moves');
    const fixed = series(labels, 'stays');
    const counter = series(labels, 'rises');
    const container = { container: 'main' };
    return [
      counter('container_cpu_usage_seconds_total', 0.2 + at / 10, { ...container, image: 'a' }),
      counter('container_cpu_cfs_throttled_periods_total', 0.1 + at / 10, container),
      counter('container_cpu_cfs_periods_total', 1 + at, container),
      gauge('container_memory_working_set_bytes', 2e8 + 1e7 * at, { ...container, image: 'a' }),
      fixed('kube_pod_info', 1, { node: NODES[at] ?? '', created_by_kind: 'ReplicaSet' }),
      fixed('kube_pod_status_phase', 1, { phase: 'Running' }),
      fixed('kube_pod_status_phase', 0, { phase: 'Failed' }),
      fixed('kube_pod_container_resource_requests', 0.5 + at, { ...container, resource: 'cpu' }),
      fixed('kube_pod_container_resource_limits', 1.5 + at, { ...container, resource: 'cpu' }),
      counter('kube_pod_container_status_restarts_total', 0.001 + at / 1000, container),
      fixed('namespace_workload_pod:kube_pod_owner:relabel', 1, {
        workload: pod.slice(0, 3),
        workload_type: 'deployment',
      }),
    ];
  });
}

function etcd(): ClusterSeries[] {
  return NODES.flatMap((instance, at) => {
    const labels = { job: 'etcd', cluster: 'east', instance };
    const counter = series(labels, 'rises');
    return [
      series(labels, 'stays')('etcd_server_has_leader', 1),
      series(labels, 'moves')('etcd_mvcc_db_total_size_in_bytes', 5e7 + at),
      counter('etcd_server_leader_changes_seen_total', 0.001 + at / 1000),
      counter('etcd_server_proposals_failed_total', 0.01 + at / 100),
      ...['OK', 'Unavailable'].map((code, number) =>
        counter('grpc_server_handled_total', 20 + at - 15 * number, {
          grpc_code: code,
          grpc_method: 'Range',
          grpc_service: 'etcdserverpb.KV',
          grpc_type: 'unary',
        }),
      ),
      ...histogram(counter, 'etcd_disk_wal_fsync_duration_seconds', 3 + at, {}),
    ];
  });
}

function apiServers(): ClusterSeries[] {
  return ['api-a', 'api-b'].flatMap((instance, at) =>
    ['GET', 'LIST', 'POST'].flatMap((verb, number) => {
      const counter = series({ job: 'apiserver', cluster: 'east', instance }, 'rises');
      return [
        ...['200', '409', '500'].map((code, kind) =>
          counter('apiserver_request_total', 30 - 12 * kind + number + at, { verb, code }),
        ),
        ...histogram(counter, 'apiserver_request_duration_seconds', 2 + number + at, { verb }),
      ];
    }),
  );
}

type Making = (name: string, size: number, labels?: Record<string, string>) => ClusterSeries;

function series(common: Readonly<Record<string, string>>, course: Course): Making {
  return (name, size, labels = {}) => ({ name, labels: { ...common, ...labels }, course, size });
}

function histogram(
  counter: Making,
  name: string,
  pace: number,
  labels: Record<string, string>,
): ClusterSeries[] {
  const bounds = ['0.01', '0.1', '1', '+Inf'];
  return [
    ...bounds.map((le, at) => counter(`${name}_bucket`, pace * (at + 1), { ...labels, le })),
    counter(`${name}_sum`, pace * 0.4, labels),
    counter(`${name}_count`, pace * bounds.length, labels),
  ];
}

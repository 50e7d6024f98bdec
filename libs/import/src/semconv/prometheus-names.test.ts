import * as fc from 'fast-check';
import { FOUND_TYPES, isPlainLabelName, isPlainMetricName } from '../found-metric';
import { prometheusLabel, prometheusName, prometheusUnit } from './prometheus-names';

describe('prometheusName', () => {
  it.each([
    ['http.server.request.duration', 's', 'histogram', 'http_server_request_duration_seconds'],
    ['system.network.io', 'By', 'counter', 'system_network_io_bytes_total'],
    ['system.cpu.utilization', '1', 'gauge', 'system_cpu_utilization_ratio'],
    ['system.cpu.ratio.used', '1', 'gauge', 'system_cpu_used_ratio'],
    ['k8s.pod.ready', '1', 'counter', 'k8s_pod_ready_total'],
    ['process.total.time', 's', 'counter', 'process_time_seconds_total'],
    ['job.seconds.spent', 's', 'counter', 'job_seconds_spent_total'],
    ['disk.throughput', 'By/s', 'gauge', 'disk_throughput_bytes_per_second'],
    ['trips', '{trip}/h', 'gauge', 'trips_per_hour'],
    ['queue.length', '{item}', 'gauge', 'queue_length'],
    ['fan.speed', 'rpm', 'gauge', 'fan_speed_rpm'],
    ['load', '%', 'gauge', 'load_percent'],
    ['3g.calls', '{call}', 'counter', '_3g_calls_total'],
    ['strange--name..here', '', 'gauge', 'strange_name_here'],
    ['rule:name', '', 'gauge', 'rule:name'],
  ] as const)('gives %s in %j, a %s, the name %s', (name, unit, type, expected) => {
    expect(prometheusName(name, unit, type)).toBe(expected);
  });

  it('is a plain name, whatever it is made of', () => {
    const name = fc.stringMatching(/^[a-zA-Z0-9._:\- ]*[a-z][a-zA-Z0-9._:\- é]*$/);
    fc.assert(
      fc.property(name, fc.string(), fc.constantFrom(...FOUND_TYPES), (text, unit, type) => {
        expect(isPlainMetricName(prometheusName(text, unit, type))).toBe(true);
      }),
    );
  });
});

describe('prometheusUnit', () => {
  it.each([
    ['s', 'gauge', 'seconds'],
    ['ms', 'histogram', 'milliseconds'],
    ['1', 'gauge', 'ratio'],
    ['1', 'counter', undefined],
    ['{pod}', 'gauge', undefined],
    ['By/s', 'gauge', 'bytes_per_second'],
    ['{request}/m', 'gauge', 'per_minute'],
    ['', 'gauge', undefined],
    ['constructor', 'gauge', 'constructor'],
  ] as const)('of %j for a %s is %s', (unit, type, expected) => {
    expect(prometheusUnit(unit, type)).toBe(expected);
  });
});

describe('prometheusLabel', () => {
  it.each([
    ['http.request.method', 'http_request_method'],
    ['k8s.pod-name', 'k8s_pod_name'],
    ['3g', 'key_3g'],
    ['_private', 'key_private'],
    ['__meta', '__meta'],
  ])('of %s is %s', (attribute, expected) => {
    expect(prometheusLabel(attribute)).toBe(expected);
  });

  it('is a plain name, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(isPlainLabelName(prometheusLabel(text))).toBe(true);
      }),
    );
  });
});

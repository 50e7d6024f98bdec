import { sampleContext, type WrittenMetric } from '../../../testing/sample-context';
import { sentence, subjectOf, vocabularyOf, within } from './words';

function subjects(...metrics: WrittenMetric[]) {
  const context = sampleContext({ metrics });
  return context.shownMetrics.map((metric) => subjectOf(metric, vocabularyOf(context)));
}

const gauges = (...names: string[]) => names.map((name) => ({ name, type: 'gauge' }));

describe('the words of a metric', () => {
  it('lack the prefix that all names share, units and types', () => {
    expect(subjects(...gauges('g6_bus_queue_bytes', 'g6_shard_age_seconds'))).toEqual([
      'Bus queue',
      'Shard age',
    ]);
  });

  it('keep the endings of names that only differ in them', () => {
    expect(subjects(...gauges('a_disk_bytes', 'a_disk_seconds', 'a_size'))).toEqual([
      'Disk bytes',
      'Disk seconds',
      'Size',
    ]);
  });

  it('are written as people write them', () => {
    const names = ['node_memory_MemFree_bytes', 'node_cpu_temp_celsius', 'node.http.open_fds'];
    expect(subjects(...gauges(...names))).toEqual([
      'Memory free',
      'CPU temperature',
      'HTTP open file descriptors',
    ]);
  });

  it('are those of the title if the spec has one', () => {
    expect(subjects({ name: 'x', type: 'gauge', title: 'Waiting mails' })).toEqual([
      'Waiting mails',
    ]);
  });

  it('are never empty', () => {
    expect(subjects(...gauges('up'))).toEqual(['Up']);
    expect(subjects(...gauges('bytes', 'seconds'))).toEqual(['Bytes', 'Seconds']);
  });
});

it.each([
  [['grpc', 'server'], 'gRPC server'],
  [['io', 'time'], 'I/O time'],
  [['open', 'fds'], 'Open FDs'],
])(
  'the words %j are a phrase with a large first letter, unless their spelling is another',
  (words, phrase) => {
    expect(sentence(words)).toBe(phrase);
  },
);

it.each([
  ['Last reload', 'last reload'],
  ['HTTP requests', 'HTTP requests'],
])('the phrase "%s" goes on as "%s"', (phrase, inside) => {
  expect(within(phrase)).toBe(inside);
});

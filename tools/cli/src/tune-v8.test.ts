import { setFlagsFromString } from 'node:v8';
import { prepareFor, tuneV8 } from './tune-v8';

const GROWTH = '--heap-growing-percent=25';

jest.mock('node:v8', () => ({ setFlagsFromString: jest.fn() }));

beforeEach(() => {
  jest.mocked(setFlagsFromString).mockClear();
});

describe('tuneV8', () => {
  it.each([
    ['20', '11.3.244.8-node.26', '--interrupt-budget=1000000'],
    ['22', '12.4.254.21-node.33', '--invocation-count-for-turbofan=6000'],
  ])('sets the flag that the V8 of Node.js %s knows', (_, version, flag) => {
    tuneV8(version);
    expect(jest.mocked(setFlagsFromString).mock.calls).toEqual([[flag]]);
  });

  it.each(['10.2.154.26-node.28', '13.6.233.17-node.41', '14.1.146.11-node.14'])(
    'sets none on V8 %s',
    (version) => {
      tuneV8(version);
      expect(setFlagsFromString).not.toHaveBeenCalled();
    },
  );
});

describe('prepareFor', () => {
  const SOONER = '--interrupt-budget=300000';

  it.each([
    ['20', '11.3.244.8-node.26', [SOONER], [SOONER, GROWTH]],
    ['22', '12.4.254.21-node.33', [], [GROWTH]],
    ['24', '13.6.233.17-node.41', [], [GROWTH]],
    ['18', '10.2.154.26-node.28', [], []],
    ['25', '14.1.146.11-node.14', [], []],
  ])('sets the flags that the V8 of Node.js %s knows', (_, version, large, huge) => {
    for (const [size, flags] of [
      ['usual', []],
      ['large', large],
      ['huge', huge],
    ] as const) {
      jest.mocked(setFlagsFromString).mockClear();
      prepareFor(size, version);
      expect(jest.mocked(setFlagsFromString).mock.calls).toEqual(flags.map((flag) => [flag]));
    }
  });
});

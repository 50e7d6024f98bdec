import { setFlagsFromString } from 'node:v8';
import { saveMemory, tuneV8 } from './tune-v8';

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

describe('saveMemory', () => {
  it.each(['11.3.244.8-node.26', '12.4.254.21-node.33', '13.6.233.17-node.41'])(
    'lets the heap grow slowly on V8 %s',
    (version) => {
      saveMemory(version);
      expect(jest.mocked(setFlagsFromString).mock.calls).toEqual([[GROWTH]]);
    },
  );

  it.each(['10.2.154.26-node.28', '14.1.146.11-node.14'])('sets nothing on V8 %s', (version) => {
    saveMemory(version);
    expect(setFlagsFromString).not.toHaveBeenCalled();
  });
});

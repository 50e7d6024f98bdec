import { setFlagsFromString } from 'node:v8';
import { optimizeLate } from './optimize-late';

jest.mock('node:v8', () => ({ setFlagsFromString: jest.fn() }));

describe('optimizeLate', () => {
  beforeEach(() => {
    jest.mocked(setFlagsFromString).mockClear();
  });

  it.each([
    ['20', '11.3.244.8-node.26', '--interrupt-budget=1000000'],
    ['22', '12.4.254.21-node.33', '--invocation-count-for-turbofan=6000'],
  ])('sets a flag that the V8 of Node.js %s knows', (_, version, flag) => {
    optimizeLate(version);
    expect(jest.mocked(setFlagsFromString).mock.calls).toEqual([[flag]]);
  });

  it.each(['10.2.154.26-node.28', '13.6.233.17-node.41', '14.1.146.11-node.14'])(
    'sets none on V8 %s',
    (version) => {
      optimizeLate(version);
      expect(setFlagsFromString).not.toHaveBeenCalled();
    },
  );
});

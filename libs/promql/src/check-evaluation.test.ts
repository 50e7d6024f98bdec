import { firstFault, type MarkedFault } from '../testing/marked-fault';

describe('a label that an expression writes', () => {
  it.each<MarkedFault>([
    ['label_replace(x, ▸"", "", "", "")', '"" is not a label name, in label_replace'],
    ['label_join(x, ▸"", ",", "b")', '"" is not a label name, in label_join'],
    ['count_values(▸"a\\xff", x)', '"a\ufffd" is not a label name, in count_values'],
  ])('writes a label that cannot be one: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });
});

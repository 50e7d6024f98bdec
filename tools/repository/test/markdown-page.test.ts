import { parsePage } from '../testing/markdown-page';

describe('a page of Markdown', () => {
  it('has the targets of its links and images, except those in code', () => {
    const text =
      '[a](x.md "t") ![b](y.png) `[c](z.md)` [d][e]\n\n```\n[f](w.md)\n```\n\n[e]: v.md#q\n';
    expect(parsePage(text).links).toEqual(['x.md', 'y.png', 'v.md#q']);
  });

  it.each([
    ['# A `b_c` & d', 'a-b_c--d'],
    ['## 5. Größe (x/y)', '5-größe-xy'],
    ['### [Link](a.md), *soft*', 'link-soft'],
  ])('turns the heading %s into the anchor of GitHub', (heading, anchor) => {
    expect([...parsePage(`${heading}\n`).anchors]).toEqual([anchor]);
  });

  it('numbers the anchors of repeated headings', () => {
    expect([...parsePage('# A\n\n# A\n\n# A\n').anchors]).toEqual(['a', 'a-1', 'a-2']);
  });
});

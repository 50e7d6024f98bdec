import MarkdownIt, { type Token } from 'markdown-it';

/** The links of a page and the anchors that others can link to. */
export interface MarkdownPage {
  /** Targets of links and images, as written. */
  readonly links: readonly string[];
  /** The anchors of its headings. */
  readonly anchors: ReadonlySet<string>;
}

/** Reads the links and anchors of a page, except those inside code. */
export function parsePage(text: string): MarkdownPage {
  const blocks = new MarkdownIt().parse(text, {});
  const links = blocks
    .flatMap(({ children }) => children ?? [])
    .flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? [])
    .map(String);
  const headings = blocks.flatMap(({ type }, index) =>
    type === 'heading_open' ? plainText(blocks[index + 1]) : [],
  );
  return { links, anchors: anchorsOf(headings) };
}

function plainText(heading: Token | undefined): string {
  return (heading?.children ?? []).map(({ content }) => content).join('');
}

/** Follows GitHub: lower case, no punctuation, `-` for spaces, a number if a heading repeats. */
function anchorsOf(headings: readonly string[]): Set<string> {
  const anchors = new Set<string>();
  for (const heading of headings) {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let unique = anchor;
    for (let repeat = 1; anchors.has(unique); repeat++) unique = `${anchor}-${repeat}`;
    anchors.add(unique);
  }
  return anchors;
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReviewInput } from '@g6/dashboards';
import { PAGE_FOLDER } from '../server/page-files';
import { reviewData } from './review-data';

/** A review as one HTML file that loads nothing, with its script, styles and data inside. */
export function renderReview(input: ReviewInput): string {
  const read = (name: string) => readFileSync(join(PAGE_FOLDER, name), 'utf8');
  // Inside a script element, only these could end it or start a comment.
  const script = read('page.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const data = JSON.stringify(reviewData(input)).replaceAll('<', '\\u003c');
  const hash = createHash('sha256').update(script).digest('base64');
  // The same review is the same file; what it holds cannot know the nonce that is made of it.
  const nonce = createHash('sha256').update(data).digest('base64url');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'nonce-${nonce}'; img-src data:`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="style-nonce" content="${nonce}">
<title>Review of dashboards</title>
<style nonce="${nonce}">${read('page.css').replaceAll('</style', '<\\/style')}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="review-data">${data}</script>
<script>${script}</script>
</body>
</html>
`;
}

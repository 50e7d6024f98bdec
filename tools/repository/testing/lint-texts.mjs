/** Lints texts as if they were files: reads JSON of `[file, text]` pairs, prints the rules that each text breaks. */
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const broken = [];
for (const [filePath, text] of JSON.parse(readFileSync(0, 'utf8'))) {
  const [{ messages }] = await eslint.lintText(text, { filePath });
  broken.push(messages.map(({ ruleId }) => ruleId));
}
console.log(JSON.stringify(broken));

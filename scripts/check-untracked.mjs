/** Fails if a check left files behind that git neither tracks nor ignores. */
import { execFileSync } from 'node:child_process';

const left = execFileSync('git', ['ls-files', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
if (left !== '') {
  console.error(`left behind:\n${left}`);
  process.exitCode = 1;
}

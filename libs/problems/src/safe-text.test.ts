import * as fc from 'fast-check';
import {
  gitHubMessage,
  gitHubProperty,
  logLine,
  markdownCode,
  oneLine,
  safeJson,
  sarifMessage,
} from './safe-text';

const HOSTILE = 'a\n::error::z\u001b[31m\u202e`q` [c](http://evil) | @team <b> ##[error]b %0A';

describe('oneLine', () => {
  it('shows control characters as escapes', () => {
    expect(oneLine('a\nb\r\tc\u001b[31m\u0000\u009b\u2028\u202e')).toBe(
      'a\\nb\\r\\tc\\x1b[31m\\x00\\x9b\\u2028\\u202e',
    );
  });

  it('shows halves of characters, and leaves whole ones and words of any language alone', () => {
    expect(oneLine('🔎 Bär 日本 \ud83d')).toBe('🔎 Bär 日本 \\ud83d');
  });

  it('cuts a text without end', () => {
    expect(oneLine('a'.repeat(5000))).toHaveLength(2001);
  });

  it('gives one line without control characters for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        for (const safe of [oneLine, logLine, gitHubMessage, markdownCode, sarifMessage]) {
          expect(safe(text)).toMatch(/^[^\p{Cc}\u2028\u2029]*$/u);
        }
        expect(JSON.parse(safeJson([text]))).toEqual([text]);
      }),
    );
  });
});

describe('a text from an input', () => {
  it('is no command of GitHub in a log', () => {
    expect(logLine('::error file=a::b')).toBe('\\x3a:error file=a::b');
    expect(logLine('  ::error::b')).toBe('  \\x3a:error::b');
    expect(logLine('a ##[error]b')).toBe('a #\\x23[error]b');
    expect(logLine('at job:latency:p95')).toBe('at job:latency:p95');
  });

  it('cannot end the message or the property of a command', () => {
    expect(gitHubMessage('100 %\n::error::b')).toBe('100 %25\\n::error::b');
    expect(gitHubProperty('a,b::c')).toBe('a%2Cb%3A%3Ac');
  });

  it('is code in Markdown, whatever backticks it has', () => {
    expect(markdownCode(HOSTILE)).toMatch(/^``a\\n.*%0A``$/);
    expect(markdownCode('`a')).toBe('`` `a ``');
    expect(markdownCode('a|b')).toBe('`a\\|b`');
    expect(markdownCode('')).toBe('` `');
  });

  it('is no link in SARIF', () => {
    expect(sarifMessage('[a](http://evil)')).toBe('[a] (http://evil)');
  });
});

import { Parser } from '@prometheus-io/codemirror-promql/dist/cjs/parser/parser';
import { editorOf } from './editor-stand-in';
import type { PromQl } from './promql';
import { typeFault, type PromQlFault } from './promql-fault';

/** What the official type checker has to say. */
export function officialTypeFaults(promql: PromQl): PromQlFault[] {
  const checker = new Parser(editorOf(promql));
  checker.analyze();
  return checker
    .getDiagnostics()
    .filter((diagnostic) => diagnostic.severity === 'error')
    .map((diagnostic) => typeFault(diagnostic, inWordsOfPrometheus(diagnostic.message)));
}

const ARGUMENT_COUNT = /^expected (at \w+ )?(\d+) argument\(s\) in call to "(\w+)", got (\d+)$/;
const TYPE_NAMES: Record<string, string> = { matrix: 'range vector', vector: 'instant vector' };

/** The checker names types as its code does; Prometheus and its documentation say vectors. */
function inWordsOfPrometheus(message: string): string {
  return message
    .replace(/\b(type|got) (matrix|vector)\b/g, (_, word: string, type: string) => {
      return `${word} ${TYPE_NAMES[type] ?? type}`;
    })
    .replace(ARGUMENT_COUNT, (_, limit = '', count: string, name: string, got: string) => {
      const noun = count === '1' ? 'argument' : 'arguments';
      return `"${name}" takes ${limit}${count} ${noun}, got ${got}`;
    })
    .replace(/ in SubqueryExpr instead$/, '');
}

/** Prints declarations of TypeScript as a reader of the documentation needs them: without bodies. */
import { at, read, require } from './sources.mjs';

const ts = require('typescript');

/** The declaration of a function, interface or type, with the comments inside and its own apart. */
export function declarationOf(path, name) {
  const file = ts.createSourceFile(at(path), read(path), ts.ScriptTarget.ES2022, true);
  const found = file.statements.find((statement) => statement.name?.text === name);
  if (!found) throw new Error(`${path} declares no ${name}`);
  const [doc] = ts.getJSDocCommentsAndTags(found);
  const comment = doc && ts.getTextOfJSDocComment(doc.comment);
  if (!comment) throw new Error(`no comment above ${name}`);
  const end = found.body?.getStart() ?? found.getEnd();
  const text = file.text.slice(found.getStart(), end).trim();
  return {
    comment: comment.replace(/\s*\n\s*/g, ' '),
    text: `${text.replace(/^export /, '')}${found.body ? ';' : ''}`,
  };
}

/** Reads the comments that the code documents itself with. */
import { at, read, require } from './sources.mjs';

const ts = require('typescript');

/** The comment above an exported constant. */
export function docOfConstant(path, name) {
  return docOf(declarationOf(path, name).parent.parent);
}

/** The comments above the properties of an exported object, by property. */
export function docsOfProperties(path, name) {
  const { initializer } = declarationOf(path, name);
  const object = ts.isAsExpression(initializer) ? initializer.expression : initializer;
  return object.properties.map((property) => [property.name.text, docOf(property)]);
}

function declarationOf(path, name) {
  const file = ts.createSourceFile(at(path), read(path), ts.ScriptTarget.ES2022, true);
  const declarations = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations);
  const found = declarations.find((declaration) => declaration.name.getText() === name);
  if (!found) throw new Error(`${path} declares no ${name}`);
  return found;
}

function docOf(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node);
  const text = doc && ts.getTextOfJSDocComment(doc.comment);
  if (!text) throw new Error(`no comment above ${node.getText().slice(0, 60)}`);
  return text.replace(/\s*\n\s*/g, ' ');
}

import { Document, isMap, isScalar, isSeq, visit, type ToStringOptions } from 'yaml';

const STYLE: ToStringOptions = { lineWidth: 0, flowCollectionPadding: false };

/**
 * Prints a mapping the way people write it here: one key per line, lists in brackets, long texts on
 * one line. Entries that are undefined are left out.
 */
export function printMapping(value: object): string {
  const document = toDocument(value);
  visit(document, {
    Seq: (_key, node) => {
      node.flow = true;
    },
  });
  return document.toString(STYLE).trimEnd();
}

/** Prints a mapping on one line, in braces, for use inside other braces or brackets. */
export function printInline(value: object): string {
  const document = toDocument(value);
  visit(document, (_key, node) => {
    if (isMap(node) || isSeq(node)) node.flow = true;
    // In braces, a text of several lines can only be written with escapes.
    if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n')) {
      node.type = 'QUOTE_DOUBLE';
    }
  });
  return document.toString(STYLE).trimEnd();
}

function toDocument(value: object): Document {
  // Two equal lists are two lists: no anchors.
  return new Document(value, { aliasDuplicateObjects: false, keepUndefined: false });
}

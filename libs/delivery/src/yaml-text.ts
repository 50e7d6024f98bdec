import { Document } from 'yaml';

/** Writes a resource as YAML: texts of several lines as they are, no anchors, and keys in their order. */
export function yamlText(resource: object): string {
  const document = new Document(resource, { aliasDuplicateObjects: false });
  return document.toString({ lineWidth: 0 });
}

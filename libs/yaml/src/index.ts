export { appendToList } from './append-to-list';
export { closedObject } from './closed-object';
export { printMapping } from './print-yaml';
export { RawValue } from './raw-value';
export { readYaml } from './read-yaml';
export { quote, shapeProblems } from './shape-problems';
export type { SourceFile } from './source-file';
export { wholeNumber } from './whole-number';
export { YamlFile, type YamlPath, type YamlRef } from './yaml-file';

import type { SourceFile } from '@g6/yaml';
import text from './default-efficiency.yml';

/** The catalogue that stands in where none lies beside the spec. */
export const DEFAULT_EFFICIENCY: SourceFile = { path: '<default efficiency catalogue>', text };

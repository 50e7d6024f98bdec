import type { SourceFile } from '../yaml/source-file';
import text from './default-efficiency.yml';

/** The catalogue that stands in where none lies beside the spec. */
export const DEFAULT_EFFICIENCY: SourceFile = { path: '<default efficiency catalogue>', text };

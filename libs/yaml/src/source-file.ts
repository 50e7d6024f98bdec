/** A text to read, with the name that problems show for it. */
export interface SourceFile {
  /** The path as the user would type it. */
  readonly path: string;
  readonly text: string;
}

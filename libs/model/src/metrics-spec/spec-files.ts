/** Name of the efficiency catalogue that lies in the folder of the spec, and is no part of it. */
const EFFICIENCY_FILE = /^efficiency\.ya?ml$/;
const YAML_FILE = /\.ya?ml$/;

/** Which names in a folder make up the spec, in the order that they are read. */
export function specFileNames(names: readonly string[]): string[] {
  return inByteOrder(names).filter((name) => YAML_FILE.test(name) && !EFFICIENCY_FILE.test(name));
}

/** Names in byte order, which is the same under every locale. */
export function inByteOrder(names: readonly string[]): string[] {
  return [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** One file of a spec: its bytes decide the hash, its name stands in problems. */
export interface SpecFile {
  /** The path as the user would type it. */
  readonly path: string;
  /** The path inside the spec folder, `/` between its parts; undefined for a spec of one file. */
  readonly relativePath?: string;
  readonly text: string;
}

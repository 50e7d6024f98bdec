import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Root of the repository that these tests belong to. */
export const REPOSITORY = resolve(__dirname, '../../../..');

/** A tarball, described by `npm pack`. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** Path of the tarball. */
  readonly tarball: string;
  /** Bytes of the tarball. */
  readonly size: number;
  /** Bytes of its files. */
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Builds the packages outside this workspace and packs them into a folder, like a release. */
export async function packPackages(folder: string): Promise<PackedPackage[]> {
  const script = join(REPOSITORY, 'scripts/pack.mjs');
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [script, '--out', folder], { cwd: REPOSITORY });
  const packed = JSON.parse(stdout) as (PackedPackage & { filename: string })[];
  return packed.map((each) => ({ ...each, tarball: join(folder, each.filename) }));
}

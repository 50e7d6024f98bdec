/** Lists the packages in a bundle with their licences, as the licences require. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([._-]|$)/i;

/** Returns the notices for bundled modules, sorted by package name. */
export function thirdPartyNotices(moduleIds) {
  const folders = new Set(
    moduleIds.filter((id) => /[\\/]node_modules[\\/]/.test(id)).map(folderOf),
  );
  const packages = [...folders]
    .map((folder) => ({ ...readManifest(folder), texts: licenceTexts(folder) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const introduction = 'This package contains code of the packages below, under their licences.';
  return `${[introduction, ...packages.map(notice)].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function notice({ name, version, license, texts }) {
  if (texts.length === 0 && license === undefined) throw new Error(`${name} has no licence`);
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

/** The folder of the package that a module belongs to. */
function folderOf(id) {
  let folder = dirname(id.replace(/^\0/, '').split('?')[0]);
  while (readManifest(folder)?.name === undefined) folder = dirname(folder);
  return folder;
}

/** Folders inside a package may have a manifest too, one without a name. */
function readManifest(folder) {
  const path = join(folder, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

function licenceTexts(folder) {
  return readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/** Names the packages whose code a bundle holds, with their licences, as those ask for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([._-]|$)/i;

/** The text of the notices for bundled modules, packages by name. */
export function thirdPartyNotices(moduleIds) {
  const folders = new Set(
    moduleIds.filter((id) => /[\\/]node_modules[\\/]/.test(id)).map(folderOf),
  );
  const packages = [...folders]
    .map((folder) => ({ ...readManifest(folder), texts: licenceTexts(folder) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const introduction =
    'This package holds code of the packages below, bundled, under their licences.';
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

/** Folders inside a package may have a manifest too, which names nothing. */
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

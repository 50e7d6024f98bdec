/**
 * Bundles the library with its command line, the plugin, and the preview with its page into the `dist` folders where Nx and npm
 * find them. `--out FOLDER` puts them below another folder instead of this workspace.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { library, plugin, preview, writeBundle } from './build/bundles.mjs';
import { writePage } from './build/page-bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: args } = parseArgs({ options: { out: { type: 'string', default: root } } });

for (const bundle of [library, plugin, preview]) await writeBundle(bundle, args.out);
await writePage(args.out);

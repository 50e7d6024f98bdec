/**
 * Writes the declarations of each package into one file next to its bundles. The types of this
 * workspace and of Grafana are included; others are imported.
 * `--out FOLDER` puts them below another folder instead of this workspace.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateDtsBundle } from 'dts-bundle-generator';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: args } = parseArgs({ options: { out: { type: 'string', default: root } } });

for (const folder of ['libs/engine', 'tools/plugin', 'tools/preview']) {
  const entry = {
    filePath: join(root, folder, 'src/index.ts'),
    libraries: {
      inlinedLibraries: ['@grafana/schema'],
      importedLibraries: ['@nx/devkit', '@g6/dashboards'],
    },
    output: { exportReferencedTypes: false, noBanner: true },
  };
  const [text] = generateDtsBundle([entry], {
    preferredConfigPath: join(root, 'tsconfig.build.json'),
  });
  const dist = join(args.out, folder, 'dist');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'index.d.ts'), text);
}

/** Bundles the page of the preview: one script, one style sheet, and the licences of what is in them. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { libraries } from './bundles.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'tools/preview';
const STATIC = ['index.html', 'icon.svg'];

/** Editors, maps and forms: the components load them, and no panel of the preview uses them. */
const UNUSED =
  /^(?:monaco-editor|@monaco-editor\/|ol(?:\/|$)|@uiw\/|@codemirror\/|slate|prismjs|react-calendar|react-router|react-hook-form|@grafana\/faro|react-dropzone|@hello-pangea)/;
const EMPTY = '\0empty';

const plugin = {
  name: 'page',
  resolveId: (id) => {
    if (UNUSED.test(id)) return { id: EMPTY, moduleSideEffects: false };
    // Ten years of time zones are enough, and a fifth of their size.
    if (id === './data/packed/latest.json') {
      const data = 'node_modules/moment-timezone/data/packed/latest.json';
      return join(root, data);
    }
    return undefined;
  },
  load: (id) => (id === EMPTY ? 'export default {};' : undefined),
};

/** Builds the page below a folder, unless it was built from the same sources there. */
export async function writePage(out) {
  const dir = join(out, folder, 'dist/page');
  const stamp = join(out, folder, 'dist/page.stamp');
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  if (!existsSync(join(root, 'node_modules', COMPONENTS))) {
    console.error(`the page of the preview is not built: ${COMPONENTS} is missing; run npm ci`);
    return;
  }
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const bundle = await rolldown({
    cwd: root,
    platform: 'browser',
    logLevel: 'silent',
    input: { page: join(root, folder, 'page/main.tsx') },
    moduleTypes: { '.css': 'empty', '.yml': 'text' },
    shimMissingExports: true,
    // All that counts is what is used, and the nonce that comes before everything.
    treeshake: { moduleSideEffects: (id) => /page\/(?:main\.tsx|style-nonce\.ts)$/.test(id) },
    resolve: { alias: libraries },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [plugin],
  });
  const { output } = await bundle.write({
    dir,
    format: 'iife',
    codeSplitting: false,
    minify: true,
  });
  await bundle.close();
  const modules = Object.entries(output[0].modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => id);
  for (const name of STATIC) cpSync(join(root, folder, 'page', name), join(dir, name));
  const styles = ['node_modules/uplot/dist/uPlot.min.css', GRID_STYLES, `${folder}/page/style.css`];
  writeFileSync(join(dir, 'page.css'), styles.map((path) => read(path)).join('\n'));
  const notices = thirdPartyNotices([...modules, join(root, GRID_STYLES)]);
  writeFileSync(join(dir, 'THIRD-PARTY-NOTICES.txt'), notices);
  writeFileSync(stamp, sources);
}

/** What the page cannot be without; a checkout that was installed before it came lacks it. */
const COMPONENTS = '@grafana/ui/package.json';

const GRID_STYLES = 'node_modules/@grafana/react-data-grid/lib/styles.css';

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

/** What the page is built from: its sources, and the versions of everything else. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = ['page', 'src'].flatMap((name) =>
    readdirSync(join(root, folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  const shared = ['package-lock.json', 'scripts/build/page-bundle.mjs', 'LICENSE'];
  // A page that was built without them is built again with them.
  hash.update(String(existsSync(join(root, 'node_modules', COMPONENTS))));
  for (const file of [...files.sort(), ...shared.map((path) => join(root, path))]) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

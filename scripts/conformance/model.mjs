/**
 * Checks that the facts in tools/repository/mixins, which a test compares with dashboards generated
 * from our own spec and plans, are those of the originals, and validates these dashboards and those of
 * the example of the reference in layers: `npm run conformance:model -- <folder>`, where the folder holds `cases/mixins/` and
 * `schemas/` (Grafana's published JSON Schemas). With `--write` it writes the facts anew.
 */
import { mkdtempSync, mkdirSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { bundleModule } from '../build/bundle-libraries.mjs';
import { schemaChecker } from './schema-checker.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const mixins = join(root, 'tools/repository/mixins');
const [folder, mode] = process.argv.slice(2);
if (folder === undefined || (mode !== undefined && mode !== '--write')) {
  console.error('usage: npm run conformance:model -- <folder with cases/mixins/> [--write]');
  process.exit(2);
}

/** The USE dashboard says `rds` of page faults, which Grafana prints behind the number. */
const UNITS_OF_ORIGINALS = ['rds'];

const require = createRequire(import.meta.url);
const { DEFAULT_OPTIONS, generateRun, renderProblems } = require(
  join(root, 'libs/engine/dist/index.js'),
);
const { dashboardFacts, MIXIN_DASHBOARDS } = await bundleModule(
  'tools/repository/src/mixins/index.ts',
);
const findings = [];
for (const dashboard of MIXIN_DASHBOARDS) await compareFacts(dashboard);
let validated = 0;
for (const workspace of new Set(MIXIN_DASHBOARDS.map((one) => one.workspace))) {
  const at = join(mixins, workspace);
  validated += validate(workspace, { spec: join(at, 'spec.yml') }, join(at, 'plans'));
}
const example = join(root, 'docs/reference/example');
validated += validate(
  'example',
  { spec: join(example, 'spec/base.yml'), efficiency: join(example, 'spec/efficiency.yml') },
  join(example, 'plans'),
);

for (const finding of findings) console.error(finding);
console.log(
  `${MIXIN_DASHBOARDS.length} dashboards of mixins: facts ${mode === undefined ? 'compared' : 'written'}, ` +
    `${validated} generated dashboards validated in layers; ${findings.length} findings`,
);
process.exit(findings.length > 0 ? 1 : 0);

async function compareFacts({ workspace, slug, original }) {
  const facts = dashboardFacts(readJson(join(folder, 'cases/mixins', original)));
  const text = await format(JSON.stringify(facts), { parser: 'json', printWidth: 100 });
  const file = join(mixins, workspace, 'facts', `${slug}.json`);
  if (mode === '--write') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    findings.push(`${file} does not have the facts of ${original}; --write renews it`);
  }
}

/** Generates the dashboards of a spec and its plans, and validates them in layers. */
function validate(name, spec, plans) {
  const check = schemaChecker(join(folder, 'schemas'), UNITS_OF_ORIGINALS);
  const output = mkdtempSync(join(tmpdir(), 'mixins-'));
  try {
    const { written, problems } = generateRun({
      spec,
      plans: { folder: plans },
      output,
      options: DEFAULT_OPTIONS,
      scope: 'all',
      now: 0,
      dryRun: false,
    });
    if (problems.length > 0) findings.push(renderProblems(problems));
    for (const slug of written) {
      const found = check(readJson(join(output, `${slug}.json`)));
      findings.push(...found.map((finding) => `${name}/${slug}: ${finding}`));
    }
    return written.length;
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

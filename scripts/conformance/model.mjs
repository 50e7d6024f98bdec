/**
 * Checks that the facts in tools/repository/mixins, which a test compares with dashboards generated
 * from our own spec and plans, are those of the originals, and validates the generated dashboards in
 * layers: `npm run conformance:model -- <folder>`, where the folder holds `cases/mixins/` and
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
for (const workspace of new Set(MIXIN_DASHBOARDS.map((one) => one.workspace))) validate(workspace);

for (const finding of findings) console.error(finding);
console.log(
  `${MIXIN_DASHBOARDS.length} dashboards of mixins: facts ${mode === undefined ? 'compared' : 'written'}, ` +
    `generated dashboards validated in layers; ${findings.length} findings`,
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

function validate(workspace) {
  const check = schemaChecker(join(folder, 'schemas'), UNITS_OF_ORIGINALS);
  const output = mkdtempSync(join(tmpdir(), 'mixins-'));
  try {
    const { problems } = generateRun({
      spec: { spec: join(mixins, workspace, 'spec.yml') },
      plans: { folder: join(mixins, workspace, 'plans') },
      output,
      options: DEFAULT_OPTIONS,
      scope: 'all',
      now: 0,
      dryRun: false,
    });
    if (problems.length > 0) findings.push(renderProblems(problems));
    for (const { slug } of MIXIN_DASHBOARDS.filter((one) => one.workspace === workspace)) {
      const found = check(readJson(join(output, `${slug}.json`)));
      findings.push(...found.map((finding) => `${workspace}/${slug}: ${finding}`));
    }
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  completeConfig,
  driftTokens,
  EXIT,
  generateRun,
  runRequest,
  verifyRun,
} from '@g6/dashboards';

const output = mkdtempSync(join(tmpdir(), 'dashboards-'));
const config = completeConfig({ spec: 'spec', plans: 'plans', output });
const request = runRequest(config, { density: 'normal' });

generateRun({ ...request, scope: 'all', now: 0, dryRun: false });
rmSync(join(output, 'governance.json'));

const { problems, drifts } = verifyRun({ ...request, orphans: true });
const tokens = driftTokens(drifts);
console.log(tokens.join('\n'));
process.exitCode = problems.length + tokens.length > 0 ? EXIT.drift : EXIT.done;
rmSync(output, { recursive: true });

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEFAULT_OPTIONS } from '@g6/generation';
import type { GenerateReport, GenerateRequest } from '../src/run/generate-request';
import { generateRun } from '../src/run/generate-run';
import type { VerifyReport, VerifyRequest } from '../src/run/verify-request';
import { verifyRun } from '../src/run/verify-run';

/** A spec whose two families make dashboards of a few panels. */
export const SAMPLE_SPEC = `version: 1
families:
  one:
    metrics:
      - {name: a_total, type: counter, help: Things., labels: [bus]}
  two:
    metrics:
      - {name: b, type: gauge, alerts: [{alert: High, expr: b > 1}]}
`;

/** A folder with a spec and plans, and what generation makes of them. */
export class SampleWorkspace {
  constructor(readonly root: string) {
    this.write('spec.yml', SAMPLE_SPEC);
    this.plan('one');
    this.plan('two');
  }

  /** The path of a file. */
  at(name: string): string {
    return join(this.root, name);
  }

  /** Writes an input file. */
  write(name: string, text: string): void {
    mkdirSync(dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), text);
  }

  /** Writes the plan of a slug, for the family of that name or another. */
  plan(slug: string, family = slug, more = ''): void {
    this.write(`plans/${slug}/plan.yaml`, `slug: ${slug}\nfamilies: [${family}]\n${more}`);
  }

  /** Takes a plan away. */
  unplan(slug: string): void {
    rmSync(this.at(`plans/${slug}`), { recursive: true });
  }

  /** Generates everything, or what the request says. */
  generate(request: Partial<GenerateRequest> = {}): GenerateReport {
    const defaults = { scope: 'all', now: 1000, dryRun: false } as const;
    return generateRun({ ...this.request(), ...defaults, ...request });
  }

  /** Verifies everything, or what the request says. */
  verify(request: Partial<VerifyRequest> = {}): VerifyReport {
    return verifyRun({ ...this.request(), orphans: true, manifest: false, ...request });
  }

  /** The text of a generated file. */
  generated(name: string): string {
    return readFileSync(this.at(`out/${name}`), 'utf8');
  }

  /** The names of all generated files, in order. */
  get files(): string[] {
    return readdirSync(this.at('out')).sort();
  }

  /** The request of a run on everything. */
  request() {
    return {
      spec: { spec: this.at('spec.yml') },
      plans: { folder: this.at('plans') },
      output: this.at('out'),
      options: DEFAULT_OPTIONS,
    };
  }
}

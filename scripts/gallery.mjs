#!/usr/bin/env node
/**
 * Draws the pictures of docs/gallery.md: the dashboards of the examples in the preview, with data of a
 * Prometheus that holds the past of two instances. Needs prometheus, promtool and Chromium.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, require } from './docs/sources.mjs';

const { lifelikeHistory } = require(at('libs/engine/testing/index.ts'));
const { backfill, PrometheusServer } = require(
  at('libs/engine/e2e/prometheus/prometheus-server.ts'),
);

const GALLERY = at('docs/gallery');
const CLI = at('libs/engine/bin/g6-dashboards.js');
/** What is drawn of each example, and the name under which its targets are scraped. */
const PICTURES = [
  { example: 'web-shop', job: 'shop', slugs: ['shop'] },
  {
    example: 'node_exporter',
    job: 'node',
    slugs: ['node'],
    beside: { folder: 'tools/repository/mixins/node', slug: 'nodes' },
  },
  { example: 'prometheus', job: 'prometheus', slugs: ['prometheus'] },
  { example: 'otel-http-service', job: 'api', slugs: ['http'] },
];
const STEP = 15;
const PAST = 7 * 3600;
const AHEAD = 1800;

/** The digest of everything that an example's pictures show. */
function digestOf(example) {
  const folder = at(`examples/${example}`);
  const files = readdirSync(join(folder, 'dashboards'))
    .filter((name) => name.endsWith('.json'))
    .sort();
  const texts = files.map((name) => readFileSync(join(folder, 'dashboards', name), 'utf8'));
  const hash = createHash('sha256');
  for (const text of [readFileSync(join(folder, 'metrics.prom'), 'utf8'), ...texts])
    hash.update(text);
  return hash.digest('hex');
}

async function draw({ example, job, slugs, beside }) {
  const work = mkdtempSync(join(tmpdir(), 'g6-gallery-'));
  try {
    mkdirSync(join(work, 'data'), { recursive: true });
    const now = Math.floor(Date.now() / 1000);
    const exposition = readFileSync(at(`examples/${example}/metrics.prom`), 'utf8');
    const stretch = { start: now - PAST, end: now + AHEAD, step: STEP };
    backfill(work, 'past', lifelikeHistory(exposition, job, stretch));
    const server = await PrometheusServer.start(work, {});
    try {
      const folder = at(`examples/${example}`);
      picture(server.url, folder, ['--config', join(folder, 'g6.config.yaml')], slugs, example);
      if (beside) {
        const mixin = at(beside.folder);
        const places = ['--spec', join(mixin, 'spec.yml'), '--plans', join(mixin, 'plans')];
        picture(server.url, mixin, places, [beside.slug], `${example}-mixin`);
      }
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function picture(url, cwd, places, slugs, name) {
  const images = mkdtempSync(join(tmpdir(), 'g6-pictures-'));
  const args = [
    'preview',
    ...places,
    '--prometheus',
    url,
    '--images',
    images,
    '--only',
    slugs.join(),
  ];
  const { status } = spawnSync(process.execPath, [CLI, ...args, '--width', '1280'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`no picture of ${name}`);
  for (const slug of slugs) {
    renameSync(join(images, `${slug}.png`), join(GALLERY, `${name}-${slug}.png`));
    console.log(`docs/gallery/${name}-${slug}.png`);
  }
  rmSync(images, { recursive: true, force: true });
}

mkdirSync(GALLERY, { recursive: true });
for (const entry of PICTURES) await draw(entry);
const digests = Object.fromEntries(PICTURES.map(({ example }) => [example, digestOf(example)]));
writeFileSync(join(GALLERY, 'digests.json'), `${JSON.stringify(digests, null, 2)}\n`);

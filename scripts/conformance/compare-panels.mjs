import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIELDS = ['panel_uuid', 'id', 'type', 'title', 'exprs', 'unit', 'source', 'metric'];

/** Compares the panels of generated dashboards with those expected, in both directions. */
export function comparePanels(expected, folder) {
  const findings = [];
  for (const slug of new Set(expected.map((panel) => panel.slug))) {
    const wanted = expected.filter((panel) => panel.slug === slug);
    const sources = new Set(expected.map(({ source }) => source));
    const dashboard = JSON.parse(readFileSync(join(folder, `${slug}.json`), 'utf8'));
    const found = dashboard.panels.map(describe).filter(({ source }) => sources.has(source));
    const byUuid = new Map(found.map((panel) => [panel.panel_uuid, panel]));
    for (const panel of wanted) {
      const actual = byUuid.get(panel.panel_uuid);
      if (actual === undefined) {
        findings.push(`${slug}: no panel ${panel.panel_uuid} "${panel.title}"`);
        continue;
      }
      byUuid.delete(panel.panel_uuid);
      for (const field of FIELDS) {
        const [want, got] = [JSON.stringify(panel[field]), JSON.stringify(actual[field])];
        if (want !== got)
          findings.push(`${slug}: "${panel.title}" ${field} is ${got}, expected ${want}`);
      }
    }
    for (const panel of byUuid.values())
      findings.push(`${slug}: unexpected panel "${panel.title}"`);
  }
  return findings;
}

function describe(panel) {
  return {
    panel_uuid: panel.g6_meta.panel_uuid,
    id: panel.id,
    type: panel.type,
    title: panel.title,
    exprs: (panel.targets ?? []).map(({ expr }) => expr),
    unit: panel.fieldConfig?.defaults?.unit ?? null,
    source: panel.g6_meta.source,
    metric: panel.g6_meta.metric ?? null,
  };
}

import { addAll, type Problem } from '@g6/problems';
import type { PromQlCache } from '@g6/promql';
import {
  RawValue,
  readYaml,
  shapeProblems,
  type SourceFile,
  type YamlFile,
  type YamlRef,
  UNCOMPILED,
} from '@g6/yaml';
import { DATASOURCE_VARIABLE } from '../conventions';
import { checkExpression, expressionFaults } from '../metrics-spec/check-expressions';
import type { Spec } from '../metrics-spec/spec';
import { SpecIndex } from '../metrics-spec/spec-index';
import { undefinedVariables } from '../undefined-variables';
import { DEFAULT_EFFICIENCY } from './default-efficiency';
import { efficiencySchema } from './efficiency-schema';

/** The variables of every generated dashboard. */
const VARIABLES = [DATASOURCE_VARIABLE];

/** One query of a cross-metric panel. */
export interface EfficiencyQuery {
  readonly expr: string;
  /** Grafana's legend template; undefined for one made from the query's labels. */
  readonly legend: string | undefined;
}

/** A panel that relates several metrics to each other. */
export interface EfficiencyPanel {
  readonly title: string;
  readonly description: string | undefined;
  /** Grafana unit id. */
  readonly unit: string;
  /** Metrics that the spec must define for the panel to appear. */
  readonly requires: readonly string[];
  /** Dashboards that show the panel. */
  readonly slugs: readonly string[];
  readonly queries: readonly EfficiencyQuery[];
  readonly ref: YamlRef;
}

/** The panels of a catalogue, and everything that is wrong with it. */
export interface EfficiencyReading {
  readonly panels: readonly EfficiencyPanel[];
  readonly problems: readonly Problem[];
}

/**
 * Reads an efficiency catalogue and checks its queries against the spec. A panel whose metrics the
 * spec does not all have stays out, and so do remarks on the names in its queries.
 */
export function readEfficiency(
  source: SourceFile,
  spec: Spec,
  promql: PromQlCache,
): EfficiencyReading {
  const { file, problems: textProblems } = readYaml(source);
  if (!file) return { panels: [], problems: textProblems };
  const problems = [...textProblems];
  const shape = efficiencySchema.safeParse(file.value, UNCOMPILED);
  if (!shape.success) addAll(problems, shapeProblems(file, shape.error.issues));
  const index = SpecIndex.of(spec);
  const panels = buildPanels(file);
  const shown = panels.filter(({ requires }) => requires.every((name) => index.metric(name)));
  // That the built-in catalogue has no errors is known.
  for (const panel of source === DEFAULT_EFFICIENCY ? shown : panels) {
    panel.queries.forEach(({ expr }, position) => {
      const ref = { file, path: [...panel.ref.path, 'queries', position, 'expr'] };
      addAll(
        problems,
        shown.includes(panel)
          ? checkExpression(ref, expr, index, promql)
          : expressionFaults(ref, expr, promql),
        undefinedVariables({ ref, text: expr, known: VARIABLES, dashboard: 'the dashboard' }),
      );
    });
  }
  return { panels: shown, problems };
}

function buildPanels(file: YamlFile): EfficiencyPanel[] {
  const root = new RawValue(file.value, []);
  const slugs = root.texts('slugs') ?? [];
  return root.items('panels').map((raw) => ({
    title: raw.text('title') ?? '',
    description: raw.text('description'),
    unit: raw.text('unit') ?? 'short',
    requires: raw.texts('requires') ?? [],
    slugs: raw.texts('slugs') ?? slugs,
    queries: raw
      .items('queries')
      .map((query) => ({ expr: query.text('expr') ?? '', legend: query.text('legend') })),
    ref: { file, path: raw.path },
  }));
}

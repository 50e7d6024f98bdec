import { placelessProblem, type Problem } from '@g6/problems';

/** The forms of an import, by what they read. */
export const IMPORT_FORMS = ['metrics', 'prometheus', 'semconv', 'rules', 'dashboards'] as const;
/** One of {@link IMPORT_FORMS}. */
export type ImportForm = (typeof IMPORT_FORMS)[number];

const EXPECTED: Readonly<Record<ImportForm, string>> = {
  metrics: 'a metrics endpoint prints lines such as "http_requests_total 5"',
  prometheus: 'the server has no series, or none that --match selects',
  semconv: 'a registry has "groups" with the type "metric"',
  rules: 'a rule file has "groups" of "rules"',
  dashboards: 'a dashboard has "panels", "rows", or "elements" and a "layout"',
};

/** The problem of sources that hold nothing which this form reads. */
export function nothingFound(form: ImportForm, sources: string, isBlank = false): Problem {
  const why = isBlank ? 'it is empty' : EXPECTED[form];
  return placelessProblem(sources, 'import-empty', `nothing to import was found: ${why}`);
}

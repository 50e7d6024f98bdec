/** What the catalogue of problems says of one code; `docs/problems.md` is made from it. */
export interface ProblemEntry {
  /** What the code means, in one sentence. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Every kind of problem, with its explanation. A code is stable: scripts may match on it. */
export const PROBLEM_CODES = {
  'file-unreadable': {
    meaning: 'A file or folder that was asked for cannot be read, or is not UTF-8 text.',
    remedy: 'Check the path, its permissions and its encoding.',
  },
  'file-too-large': {
    meaning: 'A file is larger than the 32 MiB that one input may have.',
    remedy: 'Split the spec into a folder of smaller files.',
  },
  'file-missing': {
    meaning: 'A folder holds none of the files that are looked for in it.',
    remedy: 'Point the option at the right folder, or add the first file.',
  },
  'plan-misplaced': {
    meaning:
      'A file is a plan by its name, but lies where no plan is read, or has another ending than `.yaml`.',
    remedy: 'Name it `<slug>/plan.yaml`, directly below the folder of plans.',
  },
  'yaml-syntax': {
    meaning: 'The text is not one well-formed YAML document.',
    remedy: 'Mend the text at the position given; indentation and quoting are the usual causes.',
  },
  'yaml-duplicate-key': {
    meaning: 'A mapping has the same key twice, so one of the two would be lost.',
    remedy: 'Remove or rename one of them.',
  },
  'yaml-key': {
    meaning:
      'A key is no text: it is a number, empty, a list or mapping, an alias, or the merge key `<<`.',
    remedy: 'Put a key that only looks like a number in quotes; write merged keys out.',
  },
  'yaml-alias': {
    meaning:
      'An alias points nowhere or into itself, or aliases multiply into more values than a spec can hold in earnest.',
    remedy: 'Write the value out where it is used.',
  },
  'unsafe-key': {
    meaning: 'A key such as `__proto__` would reach into the objects of the program.',
    remedy: 'Use another key.',
  },
  'unknown-key': {
    meaning: 'A key is not part of the format; it would be ignored in silence.',
    remedy: 'Correct the spelling, remove it, or start it with `x-` to keep it as a note.',
  },
  'missing-key': {
    meaning: 'A required key is absent.',
    remedy: 'Add the key.',
  },
  'wrong-type': {
    meaning: 'A value is of another type than the format asks for.',
    remedy: 'Write a value of the type named; a text that looks like a number needs quotes.',
  },
  'wrong-value': {
    meaning: 'A value has the right type and lies outside what is allowed.',
    remedy: 'Use one of the values, or a value in the range, that the message names.',
  },
  'family-name': {
    meaning: 'A family name does not have the form `[a-z][a-z0-9_]*`.',
    remedy: 'Rename the family, here and in the plans that list it.',
  },
  'family-duplicate': {
    meaning: 'Two files of one spec folder define the same family.',
    remedy: 'Keep the family in one file.',
  },
  'metric-name': {
    meaning: 'A metric name is not a valid Prometheus name.',
    remedy: 'Use letters, digits, `_` and `:`, and start with no digit.',
  },
  'metric-duplicate': {
    meaning: 'A metric is defined twice in the spec.',
    remedy: 'Remove one of the two definitions.',
  },
  'metric-collision': {
    meaning:
      'A metric has the name of a series that a histogram has too: `_bucket`, `_sum`, `_count`, or a recorded quantile.',
    remedy: 'Rename one of the two, or remove the metric: the histogram defines the series.',
  },
  'metric-type': {
    meaning: 'The metric type is none of counter, gauge and histogram.',
    remedy: 'Use one of the three.',
  },
  'label-name': {
    meaning: 'A label is not a valid Prometheus label name.',
    remedy: 'Use letters, digits and `_`, and start with no digit.',
  },
  'label-reserved': {
    meaning:
      'A label is reserved: `__…` by Prometheus, `le` on a histogram by its buckets, `inf`, `nan` and `without` by PromQL.',
    remedy: 'Rename the label, or leave `le` out: every histogram has it.',
  },
  'label-duplicate': {
    meaning: 'A metric lists the same label twice.',
    remedy: 'Remove one.',
  },
  'buckets-misplaced': {
    meaning: 'A metric that is no histogram has buckets.',
    remedy: 'Remove `buckets`, or make the metric a histogram.',
  },
  'buckets-order': {
    meaning: 'Bucket bounds do not rise strictly.',
    remedy: 'Sort the bounds and remove repeated ones.',
  },
  'panel-type': {
    meaning: 'The panel type is none that the generator draws.',
    remedy: 'Use one of the types that the message lists.',
  },
  'panel-duplicate': {
    meaning:
      'Two panels of one dashboard have the same title, type, unit and queries, and so the same identity.',
    remedy: 'Remove one, or give it another title.',
  },
  'promql-syntax': {
    meaning: 'An expression is not PromQL.',
    remedy: 'Mend the expression at the position given.',
  },
  'promql-type': {
    meaning: 'An expression is PromQL in form, and Prometheus would refuse to evaluate it.',
    remedy: 'Mend the part that the message names, for example by giving `rate` a range vector.',
  },
  'variable-undefined': {
    meaning: 'A query uses a variable that neither the dashboard nor Grafana defines.',
    remedy: 'Correct the name; the message gives the nearest one.',
  },
  'variable-in-rule': {
    meaning: 'An alert uses a variable of Grafana, and Prometheus does not know it.',
    remedy: 'Write the value itself; a rate over 5 minutes takes `[5m]`.',
  },
  'slug-form': {
    meaning: 'A slug does not have the form `[a-z][a-z0-9_]*`, or is longer than 37 characters.',
    remedy: 'Choose a shorter slug of lower-case letters, digits and `_`.',
  },
  'slug-reserved': {
    meaning: 'A slug is taken by the workspace itself (`dashboards`, `manifest`).',
    remedy: 'Choose another slug.',
  },
  'slug-duplicate': {
    meaning: 'Two plans have the same slug and would write the same file.',
    remedy: 'Rename one of them.',
  },
  'slug-unknown': {
    meaning: 'A slug was asked for that no plan has.',
    remedy: 'Correct the spelling; the message names the nearest slug.',
  },
  'slug-folder': {
    meaning: "A plan's slug differs from the name of its folder, after which Nx names the project.",
    remedy: 'Rename the folder or the slug, so that they agree.',
  },
  'plan-family-unknown': {
    meaning: 'A plan lists a family that the spec does not have.',
    remedy: 'Correct the spelling, or add the family to the spec.',
  },
  'plan-family-duplicate': {
    meaning: 'A plan lists the same family twice.',
    remedy: 'Remove one.',
  },
  'output-not-a-file': {
    meaning: 'Where a dashboard belongs lies a link or a folder, which is never written through.',
    remedy: 'Remove it, and generate again.',
  },
  'output-not-a-folder': {
    meaning: 'The folder for generated files is a file, or lies below one.',
    remedy: 'Name another folder; one that does not exist yet is made.',
  },
  'rule-underivable': {
    meaning: 'A panel or an alert reads a recorded series for which no rule can be derived.',
    remedy:
      'Read a series that follows the naming, such as `<histogram>:p95_5m`, or the metric itself.',
  },
  'counter-suffix': {
    meaning: 'A counter does not end in `_total`, the ending that Prometheus expects.',
    remedy: 'Rename the metric where it is instrumented, then here.',
  },
  'label-undeclared': {
    meaning: 'An expression uses a label that its metric does not declare.',
    remedy: 'Declare the label, or correct the expression.',
  },
  'metric-undefined': {
    meaning:
      'An expression reads a metric that no metric, histogram series or recording rule defines.',
    remedy: 'Correct the name, or add the metric to the spec.',
  },
  'option-value': {
    meaning: 'An option has a value that it cannot have.',
    remedy: 'Use one of the values that the message names.',
  },
  'option-overlap': {
    meaning:
      'Two entries of the Nx plugin, each a set of dashboards, share what each would overwrite.',
    remedy: 'Give every entry its own `project`, `plans`, `output` and `rules`.',
  },
  'output-unwritable': {
    meaning: 'A report cannot be written to the file that was asked for.',
    remedy: 'Check the path and its permissions.',
  },
  'dashboard-unreadable': {
    meaning:
      'A file among the generated dashboards is no dashboard, so its panels cannot be listed.',
    remedy: 'Generate it again, or move it elsewhere.',
  },
  'dashboard-foreign': {
    meaning: 'A dashboard among the generated ones was made by something else, and is left out.',
    remedy: 'Move it to a folder of its own.',
  },
  'inventory-empty': {
    meaning: 'There is no dashboard, or no panel, to export.',
    remedy: 'Generate the dashboards first, point the option at their folder, or widen the filter.',
  },
  'inventory-malformed': {
    meaning: 'A file that was given as an inventory has a line that cannot be read.',
    remedy: 'Export the inventory again, and change it only with a tool that writes CSV or JSONL.',
  },
  'inventory-columns': {
    meaning:
      'An inventory lacks a column without which panels cannot be compared, or has one twice.',
    remedy: 'Export it with at least `slug`, `title` and `panel_uuid`.',
  },
  'inventory-duplicate': {
    meaning: 'Two rows of an inventory have the same `panel_uuid`.',
    remedy: 'Remove one; a panel that was copied by hand inside a dashboard is the usual cause.',
  },
  'revision-unknown': {
    meaning: 'The git revision to compare with cannot be found or read.',
    remedy: 'Name another with `--base`, or fetch more history (`git fetch`, `fetch-depth: 0`).',
  },
  'family-unknown': {
    meaning: 'A metric is to be added to a family that the spec does not have.',
    remedy: 'Name a family of the spec, or add the family to it first.',
  },
  'spec-form': {
    meaning:
      'A metric is to be added where the YAML has a form that no tool can extend without changing more.',
    remedy: 'Add the metric by hand, or write the list of metrics out without aliases.',
  },
  'import-unreadable': {
    meaning: 'A part of an imported file cannot be read, and is left out; the rest is used.',
    remedy: 'Correct the part at the position given where it is made, and import again.',
  },
  'import-conflict': {
    meaning: 'Imported files say two things of one name; the first is used.',
    remedy: 'Decide which of the two is right, and correct the other.',
  },
  'import-foreign': {
    meaning:
      'A dashboard has a panel that cannot be generated: one of a library, of a plugin that Grafana does not ship, or of a datasource other than Prometheus.',
    remedy: 'Keep such panels on a dashboard of their own, or replace them.',
  },
  'import-limit': {
    meaning:
      'An imported file is larger than an import reads, or has more problems than are listed.',
    remedy: 'Import a smaller part of it, or correct the problems that are listed first.',
  },
} as const satisfies Record<string, ProblemEntry>;

/** The stable name of a kind of problem. */
export type ProblemCode = keyof typeof PROBLEM_CODES;

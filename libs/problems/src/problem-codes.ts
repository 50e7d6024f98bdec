/** The explanation of one problem code in `docs/problems.md`. */
export interface ProblemEntry {
  /** The meaning of the code, in one sentence. */
  readonly meaning: string;
  /** How to fix the problem. */
  readonly remedy: string;
}

/** All problem codes with their explanations. Codes are stable, because scripts match on them. */
export const PROBLEM_CODES = {
  'file-unreadable': {
    meaning: 'A file or folder cannot be read, or is not UTF-8 text.',
    remedy: 'Check the path, its permissions and its encoding.',
  },
  'file-too-large': {
    meaning: 'A file is larger than 32 MiB.',
    remedy: 'Split the spec into a folder of smaller files.',
  },
  'file-too-dense': {
    meaning:
      'A file of more than 200 kB has more than three tokens of YAML for every four characters, such as a list of a million one-digit numbers. Reading it would take seconds.',
    remedy: 'Remove empty lines and values that are not needed, or split the file.',
  },
  'file-missing': {
    meaning: 'A folder contains none of the expected files.',
    remedy: 'Point the option at the right folder, or add the first file.',
  },
  'plan-misplaced': {
    meaning:
      'A file is a plan by its name, but lies where no plan is read, or has another ending than `.yaml`.',
    remedy: 'Name it `<slug>/plan.yaml`, directly below the folder of plans.',
  },
  'yaml-syntax': {
    meaning: 'The text is not one well-formed YAML document.',
    remedy: 'Correct the text at the position given. The usual causes are indentation and quoting.',
  },
  'yaml-duplicate-key': {
    meaning: 'A mapping has the same key twice, so one of the values would be lost.',
    remedy: 'Remove or rename one of them.',
  },
  'yaml-key': {
    meaning:
      'A key is not text, but a number, empty, a list, a mapping, an alias or the merge key `<<`.',
    remedy: 'Quote keys that look like numbers, and write merged keys out.',
  },
  'yaml-alias': {
    meaning:
      'An alias refers to nothing or to itself, or aliases expand to more than a million values.',
    remedy: 'Write the value out where it is used.',
  },
  'unsafe-key': {
    meaning: 'A key such as `__proto__` could change objects of the program.',
    remedy: 'Use another key.',
  },
  'unknown-key': {
    meaning: 'A key is not part of the format and would have no effect.',
    remedy: 'Correct or remove the key, or keep it as a note with the prefix `x-`.',
  },
  'missing-key': {
    meaning: 'A required key is missing.',
    remedy: 'Add the key.',
  },
  'wrong-type': {
    meaning: 'A value has the wrong type.',
    remedy: 'Write a value of the type in the message. Quote a text that looks like a number.',
  },
  'wrong-value': {
    meaning: 'A value has the right type but is not allowed.',
    remedy: 'Use a value that the message allows.',
  },
  'panel-key': {
    meaning: 'A key of a panel does not go with its type or with its other keys.',
    remedy: 'Remove the key, or give the panel a type that knows it.',
  },
  'panel-id-duplicate': {
    meaning: 'Two panels of a dashboard have the same `id`, so links could mean either.',
    remedy: 'Give one of them another id.',
  },
  'grafana-owned': {
    meaning:
      'The merge patch `grafana` changes a part that has a key of its own, or on which identity or layout depends.',
    remedy: 'Set that part by its own key.',
  },
  'threshold-missing': {
    meaning: 'A panel takes the thresholds of alerts, and no alert compares its query with one.',
    remedy: 'Write the query as the alert does, or give the thresholds.',
  },
  'family-name': {
    meaning: 'A family name does not have the form `[a-z][a-z0-9_]*`.',
    remedy: 'Rename the family, also in the plans that list it.',
  },
  'family-duplicate': {
    meaning: 'Two files of one spec folder define the same family.',
    remedy: 'Keep the family in one file.',
  },
  'metric-name': {
    meaning: 'A metric name is empty, or has spaces or control characters.',
    remedy:
      'Use letters, digits, `_` and `:`. Prometheus 3 takes any other characters too; queries then quote the name.',
  },
  'metric-duplicate': {
    meaning: 'A metric is defined twice in the spec.',
    remedy: 'Remove one of the definitions.',
  },
  'metric-collision': {
    meaning:
      'A metric has the name of a series that a histogram has too: `_bucket`, `_sum`, `_count`, or a recorded quantile.',
    remedy: 'Rename one of the two, or remove the metric: the histogram defines the series.',
  },
  'metric-type': {
    meaning: 'A metric has a type that does not exist.',
    remedy: 'Use one of those that the message lists.',
  },
  'label-name': {
    meaning: 'The name of a label is empty, or has spaces or control characters.',
    remedy:
      'Use letters, digits and `_`. Prometheus 3 takes any other characters too; queries then quote the name.',
  },
  'label-reserved': {
    meaning:
      'A label is reserved: `__…` by Prometheus, `le` on a histogram by its buckets, `inf`, `nan` and `without` by PromQL.',
    remedy: 'Rename the label. Leave out `le`, which every histogram has.',
  },
  'label-duplicate': {
    meaning: 'A metric lists the same label twice.',
    remedy: 'Remove one of them.',
  },
  'buckets-misplaced': {
    meaning: 'A metric that is not a histogram has buckets.',
    remedy: 'Remove `buckets`, or make the metric a histogram.',
  },
  'buckets-order': {
    meaning: 'Bucket bounds are not in strictly increasing order.',
    remedy: 'Sort the bounds and remove duplicates.',
  },
  'panel-type': {
    meaning: 'The generator does not support the panel type.',
    remedy: 'Use one of the types that the message lists.',
  },
  'panel-duplicate': {
    meaning:
      'Two panels of one dashboard have the same title, type, unit and queries, and therefore the same identity.',
    remedy: 'Remove one of them, or change its title.',
  },
  'promql-syntax': {
    meaning: 'An expression is not valid PromQL.',
    remedy: 'Correct the expression at the position given.',
  },
  'promql-type': {
    meaning: 'An expression is syntactically correct, but Prometheus would refuse to evaluate it.',
    remedy: 'Correct the part in the message; for example, give `rate` a range vector.',
  },
  'template-syntax': {
    meaning:
      'Prometheus refuses a template in a label or an annotation of an alert, or cannot expand it.',
    remedy:
      'Correct the action at the position given; double braces as text are written {{ "{{" }}.',
  },
  'template-label': {
    meaning:
      "A template shows a label that the alert's expression does not keep; it is always empty.",
    remedy: 'Keep the label in the expression, for example with `by`, or leave it out of the text.',
  },
  'promql-experimental': {
    meaning:
      'An expression uses a part of PromQL that Prometheus takes only with a flag: a warning in panels, an error in rules, which Prometheus would refuse to load.',
    remedy:
      'Start Prometheus with the flag and list it in the setting `prometheusFeatures`, or write the expression without it.',
  },
  'variable-undefined': {
    meaning: 'A query uses a variable that neither the dashboard nor Grafana defines.',
    remedy: 'Correct the name; the message gives the nearest one.',
  },
  'variable-duplicate': {
    meaning: 'Two variables of a plan have the same name, or one has a name that is reserved.',
    remedy: 'Give the variable another name by its key `name`.',
  },
  'variable-key': {
    meaning: 'A key of a variable does nothing on a variable of its kind.',
    remedy: 'Remove the key.',
  },
  'label-unknown': {
    meaning: 'A plan filters by a label that no metric of its dashboard has.',
    remedy: 'Correct the name, or declare the label: on the metrics, or as a label of the targets.',
  },
  'section-duplicate': {
    meaning: 'Two sections of a plan have the same title.',
    remedy: 'Give one of them another title.',
  },
  'profile-unknown': {
    meaning: 'A plan or the settings name a profile that does not exist.',
    remedy: 'Name classic, standard, or a profile of the module that the setting `profiles` names.',
  },
  'profiles-unusable': {
    meaning:
      'The module that the setting `profiles` names is not there, throws, or exports no list of profiles with names of their own.',
    remedy: 'Correct the setting or the module; `docs/profiles.md` shows one that works.',
  },
  'profile-failed': {
    meaning: 'A profile of the workspace threw, or drafted a panel that cannot be one.',
    remedy: 'Correct the module at the place that the message names.',
  },
  'section-unknown': {
    meaning: 'A section or an exclusion names a family, metric or panel source that is not there.',
    remedy: 'Correct the name; the message gives the nearest one.',
  },
  'section-unmatched': {
    meaning:
      'A section takes no panel, or names one that the dashboard does not have or that an earlier section takes.',
    remedy: 'Name the panel by its id or its exact title, or remove what takes nothing.',
  },
  'exclude-unmatched': {
    meaning: 'An exclusion matches no automatic panel of its dashboard.',
    remedy: 'Remove it, or correct what it names.',
  },
  'filter-lost': {
    meaning:
      'A panel reads a recorded series that does not keep a label by which the dashboard filters.',
    remedy:
      'Read the metric itself, record the series by that label, or set `filters: false` on the panel.',
  },
  'rule-duplicate': {
    meaning: 'Two recording rules write the same series with the same expression and labels.',
    remedy: 'Remove one of them.',
  },
  'native-misplaced': {
    meaning: 'A metric that is no histogram is said to have native buckets.',
    remedy: 'Remove `native`, or correct the type.',
  },
  'label-value-unknown': {
    meaning: 'A matcher asks for values that the label cannot have, as the spec lists them.',
    remedy: 'Correct the matcher, or add the value to the `values` of the label.',
  },
  'alert-text-owned': {
    meaning:
      'A label or annotation of an alert has a key of its own, or is written by the generator.',
    remedy: 'Write it under the key that the hint names, or give it another name.',
  },
  'link-unknown': {
    meaning: 'A link leads to a dashboard for which there is no plan.',
    remedy: 'Correct the slug, or link by `url`.',
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
    meaning: 'A slug is reserved for the workspace itself (`dashboards`, `manifest`).',
    remedy: 'Choose another slug.',
  },
  'project-name-taken': {
    meaning:
      'The Nx project of a plan, or of all plans, would have the name of another project. It gets another name, and its targets fail with this problem.',
    remedy:
      'Set `projectPrefix`, or `project`, in the options of `@g6/plugin` in `nx.json`, or choose another slug.',
  },
  'slug-duplicate': {
    meaning: 'Two plans have the same slug and would write the same file.',
    remedy: 'Rename one of them.',
  },
  'slug-unknown': {
    meaning: 'No plan has the slug.',
    remedy: 'Correct the spelling. The hint suggests the closest slug.',
  },
  'panel-unknown': {
    meaning: 'A dashboard has no panel with the title or the `panel_uuid` that is asked for.',
    remedy: 'Correct the spelling. The hint suggests the closest title.',
  },
  'slug-folder': {
    meaning:
      'The slug of a plan differs from the name of its folder, which Nx uses as the project name.',
    remedy: 'Rename the folder or the slug.',
  },
  'plan-family-unknown': {
    meaning: 'A plan lists a family that is not in the spec.',
    remedy: 'Correct the spelling, or add the family to the spec.',
  },
  'plan-family-duplicate': {
    meaning: 'A plan lists the same family twice.',
    remedy: 'Remove one of them.',
  },
  'output-not-a-file': {
    meaning:
      'A link or a folder has the name of a dashboard file. The program does not write through it.',
    remedy: 'Remove it and generate again.',
  },
  'output-not-a-folder': {
    meaning: 'The folder for generated files is a file or is inside one.',
    remedy: 'Name another folder. It is created if it does not exist.',
  },
  'output-misplaced': {
    meaning:
      'Files would be written outside the workspace, or into, above or below the folder of the plans or of the spec.',
    remedy:
      'Name a folder of its own in the workspace. Only an option of the command line may lead out of it.',
  },
  'rule-underivable': {
    meaning: 'A panel or an alert reads a recorded series for which no rule can be derived.',
    remedy:
      'Read a series that follows the naming scheme, such as `<histogram>:p95_5m`, or the metric itself.',
  },
  'counter-suffix': {
    meaning: 'The name of a counter does not end in `_total`, as Prometheus expects.',
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
    meaning: 'An option has an invalid value.',
    remedy: 'Use one of the values in the message.',
  },
  'config-ambiguous': {
    meaning: 'A folder has several configurations, and the command line cannot tell which to take.',
    remedy: 'Keep one of them, or name one with `--config`.',
  },
  'option-overlap': {
    meaning: 'Two Nx plugin entries would overwrite the same files.',
    remedy: 'Give every entry its own `project`, `plans`, `output` and `rules`.',
  },
  'output-unwritable': {
    meaning: 'A report cannot be written to the given file.',
    remedy: 'Check the path and its permissions.',
  },
  'dashboard-unreadable': {
    meaning:
      'A file among the generated dashboards is not a dashboard, so its panels cannot be listed.',
    remedy: 'Generate it again or move it elsewhere.',
  },
  'dashboard-foreign': {
    meaning: 'A dashboard among the generated ones comes from another source and is ignored.',
    remedy: 'Move it to a folder of its own.',
  },
  'inventory-empty': {
    meaning: 'There are no dashboards or panels to list.',
    remedy: 'Generate the dashboards first, point the option at their folder, or widen the filter.',
  },
  'inventory-malformed': {
    meaning: 'A line of an inventory cannot be read.',
    remedy: 'Export the inventory again, and edit it only with tools that write CSV or JSONL.',
  },
  'inventory-columns': {
    meaning: 'An inventory lacks a column that the comparison needs, or has one twice.',
    remedy: 'Export it with at least `slug`, `title` and `panel_uuid`.',
  },
  'inventory-duplicate': {
    meaning: 'Two rows of an inventory have the same `panel_uuid`.',
    remedy: 'Remove one of them. The usual cause is a panel copied by hand within a dashboard.',
  },
  'chromium-missing': {
    meaning: 'Pictures are asked for, and no Chromium or Chrome is installed to draw them.',
    remedy: 'Install one, or set `CHROME_PATH` to its program.',
  },
  'preview-missing': {
    meaning: 'The package `@g6/preview`, which draws dashboards, is not installed.',
    remedy: 'Install it: `npm install --save-dev @g6/preview`.',
  },
  'revision-unknown': {
    meaning: 'The git revision to compare with does not exist or cannot be read.',
    remedy:
      'Name another one with `--base`, or fetch more history (`git fetch`, `fetch-depth: 0`).',
  },
  'family-unknown': {
    meaning: 'The family of a new metric is not in the spec.',
    remedy: 'Use a family of the spec, or add the family first.',
  },
  'spec-form': {
    meaning: 'A metric cannot be added automatically because of the form of the YAML.',
    remedy: 'Add the metric by hand, or write the list of metrics without aliases.',
  },
  'import-unreadable': {
    meaning: 'Part of an imported file cannot be read and is ignored. The rest is used.',
    remedy: 'Correct the source of the part at the position given, and import again.',
  },
  'import-conflict': {
    meaning:
      'Imported files contradict each other, or the spec, about a name. The first statement is used, and the spec stays as it is.',
    remedy: 'Correct the wrong one.',
  },
  'import-unfit': {
    meaning: 'Something that is imported would make the spec invalid, and is left out.',
    remedy: 'Correct the source, or add a corrected form by hand.',
  },
  'import-dropped': {
    meaning: 'An imported file says something for which a spec has no key. The rest is used.',
    remedy: 'Set it by hand where it belongs, or do without it.',
  },
  'import-empty': {
    meaning: 'The sources of an import hold nothing that it reads.',
    remedy: 'Check the address or the file, and that the form of the import is the right one.',
  },
  'import-reference': {
    meaning: 'An imported file refers to something that is in none of the files, or to itself.',
    remedy: 'Import the file that defines it as well, or correct the reference.',
  },
  'import-foreign': {
    meaning:
      'A dashboard has a panel that cannot be generated: one of a library, of a plugin that Grafana does not ship, or of a datasource other than Prometheus.',
    remedy: 'Keep such panels on a dashboard of their own, or replace them.',
  },
  'import-limit': {
    meaning: 'An imported file exceeds the size limit, or has more problems than are listed.',
    remedy: 'Import a smaller part of the file, or correct the listed problems first.',
  },
  'prometheus-failed': {
    meaning:
      'A Prometheus that is to be checked against cannot be reached, refuses the credentials, is none, stopped to answer, or has been asked as often as allowed.',
    remedy:
      'Compare the address with that of the datasource in Grafana, its path prefix included, and give the credentials that it needs.',
  },
  'export-name-taken': {
    meaning: 'Two dashboards or folders would have the same name in the form of an export.',
    remedy: 'Give one of them another slug or title.',
  },
  'export-too-large': {
    meaning: 'A dashboard is larger than the form of an export takes.',
    remedy: 'Split its plan, or choose another format.',
  },
  'export-limit': {
    meaning: 'An export passes a limit of the program that it is for.',
    remedy: 'Export less at once, or move folders further up.',
  },
  'export-lost': {
    meaning: 'A form has no place for something that a dashboard says, and leaves it out.',
    remedy: 'Do without it there, or choose another format.',
  },
  'export-foreign': {
    meaning:
      'An export would overwrite a file that it did not write, or one that was edited since, or a folder holds an export in another format.',
    remedy: 'Choose another folder, or move the files away.',
  },
  'egress-frozen': {
    meaning:
      'The environment says `G6_EGRESS_FROZEN=1`: nothing may leave this machine but questions to Prometheus.',
    remedy: 'Run the command where that is allowed, or unset the variable.',
  },
  'pull-left': {
    meaning:
      'Something that was edited in Grafana has no place in a spec or plan, or was changed here as well, and is not brought back.',
    remedy: 'Write it by hand, or let `push --overwrite edited` undo it.',
  },
  'grafana-failed': {
    meaning:
      'A Grafana cannot be reached, does not answer in time, is none, or does not take the token or not for this.',
    remedy:
      'Compare the address with that in the browser, and give a token of a service account that may edit dashboards and folders. The same command goes on where it ended.',
  },
} as const satisfies Record<string, ProblemEntry>;

/** The stable name of a kind of problem. */
export type ProblemCode = keyof typeof PROBLEM_CODES;

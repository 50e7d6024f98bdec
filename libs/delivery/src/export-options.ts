import { placelessProblem, type Problem } from '@g6/problems';

/** The forms in which dashboards, and rules, reach Grafana. */
export const EXPORT_FORMATS = [
  'resource',
  'resource-v2',
  'git-sync',
  'operator',
  'configmap',
  'prometheus-rule',
  'perses',
  'terraform',
] as const;

/** A form of {@link EXPORT_FORMATS}. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Versions of Grafana's dashboard resources; `v1beta1` is that of Grafana 12. */
export const API_VERSIONS = ['v1', 'v1beta1', 'v2'] as const;

/** A version of {@link API_VERSIONS}. */
export type ApiVersion = (typeof API_VERSIONS)[number];

/** What an export writes; every setting has a default, and applies to some formats only. */
export interface ExportSettings {
  readonly format: ExportFormat;
  /** Folder in Grafana of dashboards whose plan names none; `/` parts it from the one that it is in. */
  readonly folder?: string | undefined;
  /** Version of the resources; default `v1`. */
  readonly apiVersion?: ApiVersion | undefined;
  /** Labels of Kubernetes resources, besides those that the format needs. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Namespace of Kubernetes resources; default none, which leaves it to `kubectl`. */
  readonly namespace?: string | undefined;
  /** Labels of the Grafana that the operator fills; default `dashboards: grafana`. */
  readonly instanceSelector?: Readonly<Record<string, string>> | undefined;
  /** How often the operator looks for changes; default `10m0s`. */
  readonly resyncPeriod?: string | undefined;
  /** Project of Perses; default `g6`. */
  readonly project?: string | undefined;
}

/** The formats to which a setting applies, and the words of its option. */
const APPLIES: Readonly<
  Record<Exclude<keyof ExportSettings, 'format'>, readonly [string, readonly ExportFormat[]]>
> = {
  folder: [
    '--folder',
    ['resource', 'resource-v2', 'git-sync', 'operator', 'configmap', 'terraform'],
  ],
  apiVersion: ['--api-version', ['resource', 'git-sync', 'operator']],
  labels: ['--label', ['operator', 'configmap', 'prometheus-rule']],
  namespace: ['--namespace', ['operator', 'configmap', 'prometheus-rule']],
  instanceSelector: ['--instance-selector', ['operator']],
  resyncPeriod: ['--resync-period', ['operator']],
  project: ['--project', ['perses']],
};

/** Finds settings that do not go with the format, and values that its consumer would refuse. */
export function settingProblems(settings: ExportSettings): Problem[] {
  const { format } = settings;
  const misplaced = Object.entries(APPLIES).flatMap(([key, [option, formats]]) => {
    const given = settings[key as keyof typeof APPLIES] !== undefined;
    if (!given || formats.includes(format)) return [];
    return [
      optionProblem(
        option,
        `it does not apply to the format ${format}`,
        `it is for ${formats.join(', ')}`,
      ),
    ];
  });
  return [...misplaced, ...wrongValues(settings)];
}

function wrongValues(settings: ExportSettings): Problem[] {
  const { format, apiVersion, labels = {}, instanceSelector = {}, namespace } = settings;
  const problems: Problem[] = [];
  if (format === 'resource' && apiVersion === 'v2') {
    problems.push(optionProblem('--api-version', 'v2 is a format of its own', 'use resource-v2'));
  }
  if (format === 'operator' && apiVersion === 'v1beta1') {
    const message =
      'the operator takes classic JSON, or v2 in a GrafanaManifest; it has no v1beta1';
    problems.push(optionProblem('--api-version', message, 'leave it out, or use v2'));
  }
  for (const [option, pairs] of [
    ['--label', labels],
    ['--instance-selector', instanceSelector],
  ] as const) {
    for (const [key, value] of Object.entries(pairs)) {
      if (LABEL_KEY.test(key) && LABEL_VALUE.test(value)) continue;
      const message = `${JSON.stringify(`${key}=${value}`)} is not a label of Kubernetes`;
      problems.push(optionProblem(option, message, LABEL_HINT));
    }
  }
  if (namespace !== undefined && !NAMESPACE.test(namespace)) {
    const message = `${JSON.stringify(namespace)} is not a name of a namespace`;
    problems.push(
      optionProblem('--namespace', message, 'use at most 63 lower-case letters, digits and "-"'),
    );
  }
  return [
    ...problems,
    ...wrongDuration(settings),
    ...wrongFolder(settings),
    ...wrongProject(settings),
  ];
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
const LABEL_NAME = '[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?';
const LABEL_KEY = new RegExp(`^(?:[a-z0-9][a-z0-9.-]{0,252}/)?${LABEL_NAME}$`);
const LABEL_VALUE = new RegExp(`^(?:${LABEL_NAME})?$`);
const LABEL_HINT =
  'write key=value, each of at most 63 letters, digits, "-", "_" and "." and without those at its ends';
const NAMESPACE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function wrongDuration({ resyncPeriod }: ExportSettings): Problem[] {
  if (resyncPeriod === undefined || /^(?:[0-9]+(?:ms|[smh]))+$/.test(resyncPeriod)) return [];
  const message = `${JSON.stringify(resyncPeriod)} is not a duration of Go`;
  return [optionProblem('--resync-period', message, 'write for example 30s, 10m or 1h30m')];
}

function wrongFolder({ folder }: ExportSettings): Problem[] {
  if (folder === undefined) return [];
  const parts = folder.split('/').map((part) => part.trim());
  if (!parts.some((part) => part === '' || part === '..' || part === '.')) return [];
  const message = `${JSON.stringify(folder)} is not a folder in Grafana`;
  return [optionProblem('--folder', message, 'write its title, or Outer/Inner for one in another')];
}

function wrongProject({ project }: ExportSettings): Problem[] {
  if (project === undefined || /^[a-zA-Z0-9_.-]{1,75}$/.test(project)) return [];
  const message = `${JSON.stringify(project)} is not a name of Perses`;
  return [optionProblem('--project', message, 'use letters, digits, "_", "." and "-"')];
}

function optionProblem(option: string, message: string, hint: string | undefined): Problem {
  return placelessProblem(option, 'option-value', message, hint);
}

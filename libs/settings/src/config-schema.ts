import * as z from 'zod';
import { closedObject, wholeNumber } from '@g6/yaml';
import type { RawConfig } from './config';

const path = () => z.string().min(1, 'wrong-value: a path must not be empty');
const cap = () =>
  wholeNumber()
    .min(0, 'wrong-value: a cap must be a whole number from 0 up, got {value}')
    .optional();

/** Everything that a workspace may set, the same in `nx.json` and in `g6.config.yaml`. */
export const configSchema = closedObject({
  project: z
    .string()
    .min(1, 'wrong-value: a project needs a name')
    .optional()
    .describe('Nx: name of the project that stands for all dashboards; default dashboards.'),
  projectPrefix: z
    .string()
    .optional()
    .describe('Nx: what the name of a dashboard project starts with; default nothing.'),
  spec: path()
    .optional()
    .describe('Metrics spec, a YAML file or a folder of them; default dashboards/spec/base.yml.'),
  efficiency: path()
    .optional()
    .describe('Efficiency catalogue; default efficiency.yml in the folder of the spec.'),
  plans: path().optional().describe('Folder of plans, <slug>/plan.yaml; default dashboards/plans.'),
  output: path()
    .optional()
    .describe('Folder of the generated dashboards; default dashboards/generated.'),
  rules: path().optional().describe('Folder of the rule files; default dashboards/rules.'),
  unitInference: z
    .enum(['auto', 'legacy'])
    .optional()
    .describe('How units of automatic panels are found; default auto.'),
  datasourceUid: z
    .string()
    .min(1, 'wrong-value: the uid of a datasource must not be empty')
    .optional()
    .describe('Fixes the datasource; default none, dashboards offer a variable.'),
  caps: closedObject({
    core: cap().describe('The most core panels of a dashboard; default 24.'),
    efficiency: cap().describe('The most efficiency panels of a dashboard; default 12.'),
  })
    .optional()
    .describe('The most panels of a dashboard; explicit ones are never dropped.'),
  tags: z
    .array(z.string().min(1, 'wrong-value: a tag must not be empty'))
    .optional()
    .describe('Tags of every dashboard beside those of its plan; default g6, generated.'),
  uidPrefix: z
    .string()
    .regex(
      /^[a-zA-Z0-9_-]{0,39}$/,
      'wrong-value: the prefix {value} must have letters, digits, "-" and "_" only, at most 39',
    )
    .optional()
    .describe('What the uid of every dashboard starts with; default g6-.'),
  metaKey: z
    .string()
    .regex(
      /^[a-z][a-z0-9]*_[a-z0-9_]*$/,
      'wrong-value: the key {value} must have lower-case letters, digits and at least one "_", so that it can be no key of Grafana',
    )
    .optional()
    .describe('Key of the metadata in dashboards and panels; default g6_meta.'),
  alertPreview: z
    .boolean()
    .optional()
    .describe('Whether every dashboard previews what its alerts watch; default false.'),
  job: z
    .string()
    .optional()
    .describe('Label job of recorded series, "" for none; default g6_platform.'),
  interval: z
    .string()
    .regex(
      /^([0-9]+(ms|[smhdwy]))+$/,
      'wrong-value: {value} is no Prometheus duration; write for example 30s or 1m',
    )
    .optional()
    .describe('How often rules are evaluated; default 30s.'),
  generator: closedObject({
    inputs: z.array(z.string()).optional().describe('Inputs that the generator is made from.'),
    dependsOn: z.array(z.string()).optional().describe('Targets that make the generator.'),
  })
    .optional()
    .describe('Nx: where the generator itself lies in this workspace; default none, a package.'),
}).describe('What a workspace sets about its dashboards.') satisfies z.ZodType<RawConfig>;

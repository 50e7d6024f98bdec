import type { Exported, ExportContent, FormContext } from '../export-content';
import { kubernetesName } from '../kubernetes-names';
import { yamlText } from '../yaml-text';
import { kubernetesMetadata } from './kubernetes';

/** Writes a resource for the operator of Prometheus for each file of rules. */
export function writePrometheusRules(
  { rules }: ExportContent,
  { settings }: FormContext,
  uidPrefix: string,
): Exported {
  const files = Object.entries(rules)
    .filter(([, groups]) => groups.length > 0)
    .map(([name, groups]) => {
      const resource = {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PrometheusRule',
        metadata: kubernetesMetadata(kubernetesName(`${uidPrefix}${name}`), settings),
        spec: { groups },
      };
      return { path: `${name}.yaml`, text: yamlText(resource) };
    });
  return { files, problems: [] };
}

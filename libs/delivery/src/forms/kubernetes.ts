import type { ExportSettings } from '../export-options';

/** The metadata of a resource in Kubernetes. */
export interface KubernetesMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The metadata of a resource, in the namespace and with the labels that an export asks for. */
export function kubernetesMetadata(
  name: string,
  { namespace, labels = {} }: ExportSettings,
  ownLabels: Readonly<Record<string, string>> = {},
): KubernetesMetadata {
  const all = { ...ownLabels, ...labels };
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(Object.keys(all).length === 0 ? {} : { labels: all }),
  };
}

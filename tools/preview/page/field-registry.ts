import {
  FieldConfigOptionsRegistry,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  type TransformerRegistryItem,
} from '@grafana/data';

/**
 * Fills the registries of Grafana's libraries, which are empty outside Grafana. One transformer is
 * listed twice under the same id, which a registry refuses.
 */
export function fillRegistries(): void {
  standardFieldConfigEditorRegistry.setInit(() => []);
  standardTransformersRegistry.setInit(() => {
    // Called deprecated, and the only list that there is; the version is pinned.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const byId = new Map(Object.values(standardTransformers).map((one) => [one.id, one]));
    return [...byId.values()].map((transformation) => {
      const { id, name } = transformation;
      const item = { id, name, transformation: () => Promise.resolve(transformation) };
      return item as unknown as TransformerRegistryItem;
    });
  });
}

/** The field options that a panel sets; Grafana applies those in its registry only. */
export function registryOf({ defaults, overrides }: FieldConfigSource): FieldConfigOptionsRegistry {
  const { custom = {}, ...standard } = defaults as Record<string, unknown> & { custom?: object };
  const ids = new Set([
    ...Object.keys(standard),
    ...Object.keys(custom).map((name) => `custom.${name}`),
    ...overrides.flatMap(({ properties }) => properties.map(({ id }) => id)),
  ]);
  return new FieldConfigOptionsRegistry(() => [...ids].map(itemOf));
}

function itemOf(id: string): FieldConfigPropertyItem {
  const isCustom = id.startsWith('custom.');
  const path = isCustom ? id.slice('custom.'.length) : id;
  const item = {
    id,
    path,
    isCustom,
    name: id,
    process: (value: unknown) => value,
    shouldApply: () => true,
  };
  return item as unknown as FieldConfigPropertyItem;
}

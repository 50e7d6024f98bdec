import type { PanelJson } from '@g6/generation';

/** The panels of a dashboard by their ids, those inside collapsed rows included. */
export function panelsById(panels: readonly PanelJson[]): ReadonlyMap<number, PanelJson> {
  const all = panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  return new Map(all.map((panel) => [panel.id ?? 0, panel]));
}

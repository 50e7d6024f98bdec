/**
 * Writes our metadata under another key. Inside the program it has one key; a workspace's own replaces
 * it in files.
 */
export function renameMetaKey(dashboard: object, from: string, to: string): object {
  if (from === to) return dashboard;
  const renamed = renameKey(dashboard, from, to);
  const { panels } = renamed;
  if (!Array.isArray(panels)) return renamed;
  return { ...renamed, panels: panels.map((panel) => renamePanelKey(panel, from, to)) };
}

/** A collapsed row holds panels of its own. */
function renamePanelKey(panel: unknown, from: string, to: string): unknown {
  if (typeof panel !== 'object' || panel === null) return panel;
  return renameMetaKey(panel, from, to);
}

function renameKey(value: object, from: string, to: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key === from ? to : key, member]),
  );
}

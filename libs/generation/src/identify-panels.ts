import { DATASOURCE_TYPE } from '@g6/model';
import { compareText } from '@g6/problems';
import type { PanelBlockOf, PanelDraft } from './panel-draft';
import { identityOf, type PanelIdentity } from './signature';

/** A panel with the identity that links, annotations and reviews refer to. */
export interface IdentifiedPanel extends PanelDraft, PanelIdentity {
  /** Unique and positive inside the dashboard. */
  readonly id: number;
}

/** Gives every panel of a dashboard its identity, rows included. */
export function identifyPanels(
  slug: string,
  blocks: readonly PanelBlockOf<PanelDraft>[],
): PanelBlockOf<IdentifiedPanel>[] {
  const drafts = blocks.flatMap(({ header, panels }) => (header ? [header, ...panels] : panels));
  const identities = drafts.map((draft) => identityOf(slug, signatureParts(draft), draft.stableId));
  const ids = assignIds(identities);
  let position = 0;
  const identify = (draft: PanelDraft): IdentifiedPanel => {
    const identity = identities[position] as PanelIdentity;
    const id = ids[position] as number;
    position += 1;
    return { ...draft, ...identity, id };
  };
  return blocks.map((block) => ({
    ...block,
    header: block.header && identify(block.header),
    panels: block.panels.map(identify),
  }));
}

/** The parts of a draft that its identity is made of; a panel without queries has no datasource. */
export function signatureParts(draft: PanelDraft) {
  return {
    datasourceType: draft.queries.length > 0 ? DATASOURCE_TYPE : null,
    exprs: draft.queries.map(({ expr }) => expr),
    title: draft.title,
    type: draft.type,
    unit: draft.unit,
  };
}

/**
 * Turns natural ids, which may collide, into unique positive ones. Among panels with the same
 * natural id the smallest uuid keeps it and the others get the next free integer, so that the
 * order of panels never matters. After the highest id that Grafana's schema takes comes 1.
 */
export function assignIds(identities: readonly PanelIdentity[]): number[] {
  const byUuid = identities
    .map((identity, position) => ({ identity, position }))
    .sort((a, b) => compareText(a.identity.panelUuid, b.identity.panelUuid));
  const taken = new Set<number>();
  const ids = new Array<number>(identities.length);
  const colliding: typeof byUuid = [];
  for (const entry of byUuid) {
    const { naturalId } = entry.identity;
    if (naturalId === 0 || taken.has(naturalId)) {
      colliding.push(entry);
      continue;
    }
    taken.add(naturalId);
    ids[entry.position] = naturalId;
  }
  for (const { identity, position } of colliding) {
    ids[position] = takeFreeId(identity.naturalId, taken);
  }
  return ids;
}

/** Grafana's schema has ids of 32 bits. */
const HIGHEST_ID = 0xffffffff;

/**
 * Takes an id, or the next one that is free and positive, and adds it to those taken. After the
 * highest id comes 1.
 */
export function takeFreeId(wanted: number, taken: Set<number>): number {
  let id = wanted;
  while (id === 0 || taken.has(id)) id = id === HIGHEST_ID ? 1 : id + 1;
  taken.add(id);
  return id;
}

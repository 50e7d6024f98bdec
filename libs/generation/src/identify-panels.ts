import { DATASOURCE_TYPE } from '@g6/model';
import { compareText } from '@g6/problems';
import type { CappedPanels } from './cap-panels';
import type { PanelDraft } from './panel-draft';
import { identityOf, type PanelIdentity } from './signature';

/** A panel with the identity that links, annotations and reviews refer to. */
export interface IdentifiedPanel extends PanelDraft, PanelIdentity {
  /** Unique and positive inside the dashboard. */
  readonly id: number;
}

/** The panels of a dashboard by block, each with its identity. */
export interface IdentifiedPanels {
  readonly wide: readonly IdentifiedPanel[];
  readonly core: readonly IdentifiedPanel[];
  /** The row above the efficiency panels; undefined where there are none. */
  readonly header: IdentifiedPanel | undefined;
  readonly efficiency: readonly IdentifiedPanel[];
}

/** Gives every panel of a dashboard its identity. */
export function identifyPanels(
  slug: string,
  panels: Omit<CappedPanels, 'dropped'>,
  header: PanelDraft,
): IdentifiedPanels {
  const withHeader = panels.efficiency.length > 0 ? [header] : [];
  const drafts = [...panels.wide, ...panels.core, ...withHeader, ...panels.efficiency];
  const identities = drafts.map((draft) => identityOf(slug, signatureParts(draft), draft.stableId));
  const ids = assignIds(identities);
  const identified = drafts.map((draft, i) => ({
    ...draft,
    ...(identities[i] as PanelIdentity),
    id: ids[i] as number,
  }));
  const coreEnd = panels.wide.length + panels.core.length;
  return {
    wide: identified.slice(0, panels.wide.length),
    core: identified.slice(panels.wide.length, coreEnd),
    header: withHeader.length > 0 ? identified[coreEnd] : undefined,
    efficiency: identified.slice(coreEnd + withHeader.length),
  };
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

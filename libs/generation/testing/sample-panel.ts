import type { PanelDraft } from '../src/panel-draft';

/** A plain panel of a type, for the tests of this folder. */
export function samplePanel(type: string, changes: Partial<PanelDraft> = {}): PanelDraft {
  return {
    source: 'spec',
    block: 'core',
    title: 'Requests',
    type,
    unit: 'short',
    queries: [{ expr: 'requests', legend: 'Requests' }],
    description: '',
    manySeries: false,
    ...changes,
  };
}

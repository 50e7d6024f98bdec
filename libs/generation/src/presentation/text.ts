import type { Options } from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import type { GrafanaJson } from './grafana-json';
import type { PanelPresentation } from './panel-presentation';

/** The panel's content as markdown; it has no fields. */
export function presentText(panel: PanelDraft): PanelPresentation<GrafanaJson<Options>> {
  return {
    fieldConfig: { defaults: {}, overrides: [] },
    options: { content: panel.content ?? '', mode: 'markdown' },
  };
}

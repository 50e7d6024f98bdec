import type { GrafanaTheme2 } from '@grafana/data';
import type { Annotation } from '../src/dashboard/dashboard-model';
import type { HeaderLink } from '../src/dashboard/header-links';
import type { ResolvedVariable } from '../src/dashboard/variables';
import { AnnotationBar } from './annotation-bar';
import { LinkBar } from './link-bar';
import type { PageAddress } from './page-address';
import { VariableBar } from './variable-bar';

interface Props {
  /** Undefined until they are known. */
  readonly resolved: readonly ResolvedVariable[] | undefined;
  readonly annotations: readonly Annotation[];
  readonly links: readonly HeaderLink[];
  readonly address: PageAddress;
  readonly theme: GrafanaTheme2;
  readonly onChange: (address: Partial<PageAddress>) => void;
}

/** The variables, annotations and links of a dashboard, in the order of Grafana. */
export function SettingsBar({ resolved, annotations, links, address, theme, onChange }: Props) {
  return (
    <div className="settings">
      {resolved && (
        <VariableBar
          resolved={resolved}
          onChoose={(name, values) => {
            onChange({ choices: { ...address.choices, [name]: values } });
          }}
        />
      )}
      <AnnotationBar
        annotations={annotations}
        switches={address.switches}
        theme={theme}
        onSwitch={(name, on) => {
          onChange({ switches: { ...address.switches, [name]: on } });
        }}
      />
      <LinkBar links={links} address={address} />
    </div>
  );
}

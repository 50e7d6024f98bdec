import type { GrafanaTheme2 } from '@grafana/data';
import { isOn, type Switches } from './annotations';
import type { Annotation } from '../src/dashboard/dashboard-model';

interface Props {
  readonly annotations: readonly Annotation[];
  readonly switches: Switches;
  readonly theme: GrafanaTheme2;
  readonly onSwitch: (name: string, isOn: boolean) => void;
}

/** A button for each annotation that turns it on and off. */
export function AnnotationBar({ annotations, switches, theme, onSwitch }: Props) {
  const shown = annotations.filter(({ hide }) => hide !== true);
  if (shown.length === 0) return null;
  return (
    <div className="annotations" role="group" aria-label="Annotations">
      {shown.map((annotation) => {
        const { name, iconColor = 'red' } = annotation;
        const pressed = isOn(annotation, switches);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={pressed}
            onClick={() => {
              onSwitch(name, !pressed);
            }}
          >
            <i style={{ background: theme.visualization.getColorByName(iconColor) }} /> {name}
          </button>
        );
      })}
    </div>
  );
}

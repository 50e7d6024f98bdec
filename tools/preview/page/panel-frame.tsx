import type { DataFrame, GrafanaTheme2, TimeRange } from '@grafana/data';
import { Component, memo, type ReactNode, useEffect, useMemo, useState } from 'react';
import { interpolateTitle, type Variables } from '../src/interpolate';
import type { ChartEvent } from './annotations';
import type { Panel } from '../src/dashboard/dashboard-model';
import { Icon } from './icon';
import { loadFrames, presentFrames } from './panel-data';
import { PANEL_KINDS } from './panels';
import { TextPanel } from './panels/text-panel';
import type { PreviewApi } from './preview-api';
import { useLegendNames } from './use-legend-names';
import { useSeen, useSize } from './use-size';

interface Props {
  readonly api: PreviewApi;
  readonly panel: Panel;
  readonly range: TimeRange;
  readonly variables: Variables;
  readonly filters: readonly string[];
  readonly theme: GrafanaTheme2;
  readonly timeZone: string;
  readonly events: readonly ChartEvent[];
  /** How many findings there are about the panel. */
  readonly findings: number;
  /** A word on the panel, as in a review. */
  readonly mark?: string | undefined;
  readonly onZoom: (range: { readonly from: number; readonly to: number }) => void;
  readonly onDetails: (() => void) | undefined;
}

type Data =
  | { readonly state: 'loading'; readonly frames?: readonly DataFrame[] }
  | { readonly state: 'error'; readonly message: string; readonly frames?: readonly DataFrame[] }
  | { readonly state: 'done'; readonly frames: readonly DataFrame[] };

/** A panel with its title, its state and what it draws. */
export const PanelFrame = memo(function PanelFrame(props: Props) {
  const { panel, theme, timeZone, variables, findings, onDetails } = props;
  const [body, size] = useSize<HTMLDivElement>();
  const seen = useSeen(body);
  useLegendNames(body);
  const data = useData(props, seen && size.width > 0 ? size.width : 0);
  const kind = PANEL_KINDS[panel.type];
  const frames = useMemo(
    () => presentFrames(data.frames ?? [], panel, { theme, variables, timeZone }),
    [data.frames, panel, theme, variables, timeZone],
  );
  const isEmpty = data.state === 'done' && frames.every(({ length }) => length === 0);
  const title = interpolateTitle(panel.title ?? '', variables);
  const isText = panel.type === 'text';
  return (
    <section
      className="panel"
      // Panels that repeat have the same title, and landmarks must not.
      role="group"
      aria-label={title === '' ? `Panel ${panel.id}` : title}
      data-panel={panel.id}
      data-type={panel.type}
      data-state={isText ? 'done' : isEmpty ? 'empty' : data.state}
    >
      <header>
        <h2 title={panel.description}>{title}</h2>
        {props.mark !== undefined && <span className="chip">{props.mark}</span>}
        {kind?.isGrafanas === false && (
          <span className="approximate" title="Drawn by this preview; Grafana draws it differently">
            ≈
          </span>
        )}
        {findings > 0 && (
          <span className="chip warn" title="Findings of lint">
            {findings}
          </span>
        )}
        {onDetails && (
          <button
            type="button"
            aria-label={`Details of ${title}`}
            title="Where it comes from"
            onClick={onDetails}
          >
            <Icon name="info" />
          </button>
        )}
      </header>
      <div ref={body} className="body">
        {isText ? <TextPanel panel={panel} /> : null}
        {data.state === 'error' && (
          <p className="failed" role="alert">
            {data.message}
          </p>
        )}
        {isEmpty && !isText && <p className="nothing">No data in this range</p>}
        {!isText && !kind && <p className="nothing">No preview of panels of type “{panel.type}”</p>}
        {kind && size.width > 20 && size.height > 20 && frames.length > 0 && !isEmpty && (
          <Guard>
            <kind.draw {...props} {...size} frames={frames} />
          </Guard>
        )}
      </div>
    </section>
  );
});

function useData({ api, panel, range, variables, filters }: Props, width: number): Data {
  const [data, setData] = useState<Data>({ state: 'loading' });
  // A few pixels more or less change no step worth asking again for.
  const rounded = Math.ceil(width / 200) * 200;
  useEffect(() => {
    if (rounded === 0) return;
    const control = new AbortController();
    setData(({ frames }) => ({ state: 'loading', ...(frames ? { frames } : {}) }));
    loadFrames(api, { panel, range, variables, filters, width: rounded }, control.signal).then(
      (frames) => {
        if (!control.signal.aborted) setData({ state: 'done', frames });
      },
      (error: unknown) => {
        if (control.signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        setData({ state: 'error', message });
      },
    );
    return () => {
      control.abort();
    };
  }, [api, panel, range, variables, filters, rounded]);
  return data;
}

/** Keeps a panel that cannot be drawn from taking the page with it. */
class Guard extends Component<{ readonly children: ReactNode }, { readonly message?: string }> {
  override state: { readonly message?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { message } = this.state;
    if (message === undefined) return this.props.children;
    return (
      <p className="failed" role="alert">
        The preview cannot draw this panel: {message}
      </p>
    );
  }
}

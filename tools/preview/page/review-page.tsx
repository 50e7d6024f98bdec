import { dateTime, ThemeContext } from '@grafana/data';
import { useMemo } from 'react';
import { queryKey, type ReviewData, type ReviewPanel } from '../src/report/review-data';
import type { ChartEvent } from './annotations';
import type { Panel } from '../src/dashboard/dashboard-model';
import { Icon } from './icon';
import { PanelFrame } from './panel-frame';
import type { PreviewApi } from './preview-api';
import { useTheme } from './use-theme';

/** The API of a review: the results are in the file. */
function embeddedApi({ results }: ReviewData): PreviewApi {
  const nothing = () => Promise.reject(new Error('a review asks no server'));
  return {
    state: nothing,
    dashboard: nothing,
    findings: nothing,
    labelValues: nothing,
    labelNames: nothing,
    listen: () => undefined,
    query: ({ written, instant }) =>
      Promise.resolve(results[queryKey(written, instant)] ?? { resultType: 'matrix', result: [] }),
  };
}

const NO_VARIABLES = {};
const NO_FILTERS: readonly string[] = [];
const NO_EVENTS: readonly ChartEvent[] = [];

/** Changed panels before and after, side by side. */
export function ReviewPage({ data }: { readonly data: ReviewData }) {
  const { theme, mode, toggle } = useTheme();
  const api = useMemo(() => embeddedApi(data), [data]);
  const range = useMemo(() => {
    const [from, to] = [dateTime(data.from), dateTime(data.to)];
    return { from, to, raw: { from, to } };
  }, [data]);
  const side = (panel: object | undefined, name: string, picture: string) => (
    <div className="side">
      <h4>{name}</h4>
      {panel ? (
        <div className="picture" data-picture={picture} style={{ height: heightOf(panel) }}>
          <PanelFrame
            api={api}
            panel={panel as Panel}
            range={range}
            variables={NO_VARIABLES}
            events={NO_EVENTS}
            filters={NO_FILTERS}
            timeZone="utc"
            theme={theme}
            findings={0}
            onZoom={() => undefined}
            onDetails={undefined}
          />
        </div>
      ) : (
        <p className="nobody">none</p>
      )}
    </div>
  );
  return (
    <ThemeContext.Provider value={theme}>
      <main className="review" data-ready="">
        <header className="top">
          <h1>Dashboards since {data.revision.slice(0, 12)}</h1>
          <p className="origin">
            <span className="chip">Synthetic data</span>
            <span className="chip quiet">Review, not Grafana</span>
          </p>
          <button type="button" aria-label="Light or dark" onClick={toggle}>
            <Icon name={mode === 'dark' ? 'sun' : 'moon'} />
          </button>
        </header>
        {data.dashboards.length === 0 && <p className="empty">No dashboard changes.</p>}
        {data.dashboards.map(({ slug, title, kind, changes, panels }) => (
          <section key={slug} aria-label={title}>
            <h2>
              {title} <small>{slug}</small>
              {kind !== 'changed' && <span className="chip">{kind}</span>}
            </h2>
            <Changes changes={changes} />
            {panels.map((panel) => (
              <article key={panel.key} data-kind={panel.kind}>
                <h3>
                  <span className={`chip ${KIND_CHIPS[panel.kind] ?? ''}`}>{panel.kind}</span>{' '}
                  {panel.title}
                </h3>
                <Changes changes={panel.changes} />
                <div className="sides">
                  {side(panel.before, 'Before', `${panel.key}-before`)}
                  {side(panel.after, 'After', `${panel.key}-after`)}
                </div>
              </article>
            ))}
          </section>
        ))}
      </main>
    </ThemeContext.Provider>
  );
}

const KIND_CHIPS: Readonly<Record<string, string>> = {
  removed: 'bad',
  changed: 'warn',
  added: 'good',
};

function heightOf(panel: object): number {
  return Math.min(12, (panel as Panel).gridPos.h) * 38 - 8;
}

function Changes({ changes }: Pick<ReviewPanel, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <dl className="changes">
      {changes.map(({ part, before, after }) => (
        <div key={part}>
          <dt>{part}</dt>
          <dd>
            {part === 'look' ? (
              'colours, axes, legend or other options'
            ) : (
              <>
                <del>{before === '' ? 'none' : before}</del>{' '}
                <ins>{after === '' ? 'none' : after}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

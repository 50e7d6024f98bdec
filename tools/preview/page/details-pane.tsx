import type { Finding, PreviewDashboard } from '@g6/dashboards';
import { useEffect, useRef } from 'react';
import { metaOf, type Panel } from '../src/dashboard/dashboard-model';
import { Icon } from './icon';

interface Props {
  readonly dashboard: PreviewDashboard;
  readonly panel: Panel;
  readonly findings: readonly Finding[];
  readonly onClose: () => void;
}

/** Where a panel comes from, what it asks and what lint says about it. */
export function DetailsPane({ dashboard, panel, findings, onClose }: Props) {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    close.current?.focus();
  }, [panel]);
  const { panel_uuid: uuid = '' } = metaOf(panel, dashboard.metaKey);
  const origin = dashboard.origins[uuid];
  return (
    <aside
      className="details"
      aria-label="Details of the panel"
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <header>
        <h2>{panel.title}</h2>
        <button ref={close} type="button" aria-label="Close the details" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {panel.description !== undefined && panel.description !== '' && <p>{panel.description}</p>}
      <dl>
        {origin?.at && (
          <>
            <dt>Written in</dt>
            <dd>
              <code>{`${origin.at.file}:${origin.at.line}`}</code>
            </dd>
          </>
        )}
        {origin && (
          <>
            <dt>Why it is there</dt>
            <dd>
              <code>{origin.source}</code> {origin.reason}
            </dd>
          </>
        )}
        {origin?.metric !== undefined && (
          <>
            <dt>Metric</dt>
            <dd>
              <code>{origin.metric}</code>
            </dd>
          </>
        )}
        {origin && origin.metrics.length > 0 && (
          <>
            <dt>Reads</dt>
            <dd>
              <code>{origin.metrics.join(', ')}</code>
              {origin.recorded.length > 0 && (
                <>
                  {' through '}
                  <code>{origin.recorded.join(', ')}</code>
                </>
              )}
            </dd>
          </>
        )}
        {origin && origin.links.length > 0 && (
          <>
            <dt>Links to</dt>
            <dd>{origin.links.map(({ to }) => to).join(', ')}</dd>
          </>
        )}
        <dt>Type</dt>
        <dd>{panel.type}</dd>
        {(panel.targets ?? []).map(({ expr, refId }) => (
          <div key={refId}>
            <dt>Query {refId}</dt>
            <dd>
              <pre>{expr}</pre>
            </dd>
          </div>
        ))}
        <dt>Panel</dt>
        <dd>
          <code>{uuid}</code>, id {panel.id}
        </dd>
        <dt>In a terminal</dt>
        <dd>
          <code>{`g6-dashboards explain ${dashboard.slug} ${uuid}`}</code>
        </dd>
      </dl>
      {findings.length > 0 && <Findings findings={findings} />}
    </aside>
  );
}

/** Findings of lint, one line each. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="findings" aria-label="Findings of lint">
      {findings.map(({ file, line, rule, message, hint }) => (
        <li key={`${file}:${line}:${rule}:${message}`}>
          <code>{line > 0 ? `${file}:${line}` : file}</code> {message} <small>[{rule}]</small>
          {hint !== undefined && <p>{hint}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Findings about a panel: at its place in the spec, at its metric, or in its own words. */
export function findingsAbout(
  panel: Panel,
  { origins, metaKey, slug }: PreviewDashboard,
  all: readonly Finding[],
) {
  const { panel_uuid: uuid = '' } = metaOf(panel, metaKey);
  const at = origins[uuid]?.at;
  const quoted = `"${panel.title ?? ''}"`;
  return all.filter((finding) => {
    if (finding.slug === slug && finding.message.includes(quoted)) return true;
    return at?.file === finding.file && at.line === finding.line;
  });
}

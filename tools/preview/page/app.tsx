import { ThemeContext } from '@grafana/data';
import { useMemo, useRef, useState } from 'react';
import { DashboardList } from './dashboard-list';
import { DashboardView } from './dashboard-view';
import { HelpDialog } from './help-dialog';
import { useAddress } from './page-address';
import type { PreviewApi } from './preview-api';
import { ProblemBanner } from './problem-banner';
import { useKeys } from './use-keys';
import { useDashboard, useFindings, useServerState } from './use-preview';
import { useTheme } from './use-theme';

/** The page of the preview. */
export function App({ api }: { readonly api: PreviewApi }) {
  const { state, connected } = useServerState(api);
  const [address, change] = useAddress();
  const { theme, mode, toggle } = useTheme();
  const [helps, setHelps] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const dashboards = useMemo(() => state?.dashboards ?? [], [state]);
  const slug = address.slug ?? dashboards[0]?.slug;
  const dashboard = useDashboard(api, slug, state?.revision);
  const findings = useFindings(api, state?.revision);
  const open = (next: string | undefined) => {
    if (next !== undefined)
      change({ slug: next, choices: {}, switches: {}, window: undefined, refresh: undefined });
  };
  const step = (by: number) => () => {
    open(dashboards[dashboards.findIndex((one) => one.slug === slug) + by]?.slug);
  };
  useKeys({
    '/': () => search.current?.focus(),
    j: step(1),
    k: step(-1),
    t: toggle,
    '?': () => {
      setHelps(true);
    },
  });
  const problems = [...(state?.problems ?? []), ...(dashboard?.problems ?? [])];
  return (
    <ThemeContext.Provider value={theme}>
      <a className="skip" href="#main" onClick={skipToMain}>
        Skip to the dashboard
      </a>
      <div className="page">
        <DashboardList dashboards={dashboards} slug={slug} search={search} onOpen={open} />
        <main id="main" tabIndex={-1}>
          <ProblemBanner problems={problems} stale={state?.stale === true} />
          {state && dashboards.length === 0 && <NoDashboards broken={state.stale} />}
          {dashboard === null && <p className="empty">No plan has the slug “{slug}”.</p>}
          {(!state || (dashboard === undefined && dashboards.length > 0)) && (
            <p className="empty" role="status">
              Generating…
            </p>
          )}
          {dashboard && (
            <DashboardView
              key={dashboard.slug}
              api={api}
              dashboard={dashboard}
              dashboards={dashboards}
              findings={findings}
              data={state?.data}
              connected={connected}
              address={address}
              theme={theme}
              mode={mode}
              onChange={change}
              onTheme={toggle}
              onHelp={() => {
                setHelps(true);
              }}
            />
          )}
        </main>
      </div>
      <HelpDialog
        open={helps}
        onClose={() => {
          setHelps(false);
        }}
      />
    </ThemeContext.Provider>
  );
}

function NoDashboards({ broken }: { readonly broken: boolean }) {
  return (
    <p className="empty">
      {broken
        ? 'Nothing can be generated until the errors above are fixed. This page follows your edits.'
        : 'There is no plan yet. Add one, and its dashboard appears here.'}
    </p>
  );
}

/** The hash of the address belongs to the dashboard, so the link itself must not change it. */
function skipToMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

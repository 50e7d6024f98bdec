import type { Finding, PreviewDashboard } from '@g6/dashboards';
import { useEffect, useRef, useState } from 'react';
import type { StateAnswer } from '../src/protocol';
import type { Dashboard, Panel } from '../src/dashboard/dashboard-model';
import type { PreviewApi } from './preview-api';

/** The state of the server, again after each edit. */
export function useServerState(api: PreviewApi) {
  const [state, setState] = useState<StateAnswer>();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const load = () => {
      api.state().then(setState, () => {
        setConnected(false);
      });
    };
    load();
    api.listen(load, (isConnected) => {
      setConnected(isConnected);
      // The server may be another one, with other dashboards.
      if (isConnected) load();
    });
  }, [api]);
  return { state, connected };
}

/** The dashboard that is open: generated anew after each edit, the last one until then. */
export function useDashboard(
  api: PreviewApi,
  slug: string | undefined,
  revision: number | undefined,
) {
  const [dashboard, setDashboard] = useState<PreviewDashboard | null>();
  const shown = useRef<PreviewDashboard>(undefined);
  useEffect(() => {
    if (slug === undefined || revision === undefined) return;
    let isCurrent = true;
    if (shown.current?.slug !== slug) setDashboard(undefined);
    api.dashboard(slug).then(
      (loaded) => {
        if (!isCurrent) return;
        if (!loaded) {
          setDashboard(null);
          return;
        }
        const next = { ...loaded, json: keepingPanels(shown.current, loaded) };
        shown.current = next;
        setDashboard(next);
      },
      // The bar above says that the server is gone.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, slug, revision]);
  return dashboard;
}

/** Keeps the objects of panels that did not change, so that they neither ask nor draw again. */
function keepingPanels(before: PreviewDashboard | undefined, after: PreviewDashboard) {
  if (before?.slug !== after.slug) return after.json;
  const panelsOf = ({ json }: PreviewDashboard) =>
    ((json as unknown as Dashboard).panels ?? []) as Panel[];
  const known = new Map(panelsOf(before).map((panel) => [JSON.stringify(panel), panel]));
  const panels = panelsOf(after).map((panel) => known.get(JSON.stringify(panel)) ?? panel);
  return { ...after.json, panels } as unknown as PreviewDashboard['json'];
}

/** The findings of lint, which come after the panels: nobody waits for them. */
export function useFindings(api: PreviewApi, revision: number | undefined): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  useEffect(() => {
    if (revision === undefined) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.findings().then(
        (answer) => {
          if (isCurrent) setFindings(answer.findings);
        },
        () => undefined,
      );
    }, 800);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, revision]);
  return findings;
}

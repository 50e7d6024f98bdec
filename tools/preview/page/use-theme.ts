import { createTheme, type GrafanaTheme2 } from '@grafana/data';
import { useEffect, useMemo, useState } from 'react';

type Mode = 'light' | 'dark';

function firstMode(): Mode {
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem('theme');
  if (asked === 'light' || asked === 'dark') return asked;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** Grafana's theme in the mode that the address, the last visit or the system asks for. */
export function useTheme(): { theme: GrafanaTheme2; mode: Mode; toggle: () => void } {
  const [mode, setMode] = useState(firstMode);
  useEffect(() => {
    document.documentElement.dataset['theme'] = mode;
  }, [mode]);
  const theme = useMemo(() => createTheme({ colors: { mode } }), [mode]);
  return {
    theme,
    mode,
    toggle: () => {
      const next = mode === 'dark' ? 'light' : 'dark';
      localStorage.setItem('theme', next);
      setMode(next);
    },
  };
}

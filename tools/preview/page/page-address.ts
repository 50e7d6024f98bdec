import { useCallback, useEffect, useState } from 'react';
import type { TimeWindow } from './time-window';
import type { Switches } from './annotations';
import type { Choices } from '../src/dashboard/variables';

/** What the address of the page says: after `#/`, the slug, then settings as in a query. */
export interface PageAddress {
  readonly slug: string | undefined;
  readonly window: TimeWindow | undefined;
  readonly choices: Choices;
  readonly refresh: string | undefined;
  /** Whether annotations are on, where it was said. */
  readonly switches: Switches;
}

function readAddress(): PageAddress {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const settings = new URLSearchParams(query);
  const [from, to] = [settings.get('from'), settings.get('to')];
  const choices: Record<string, string[]> = {};
  const switches: Record<string, boolean> = {};
  for (const [key, value] of settings) {
    if (key.startsWith('var-')) (choices[key.slice(4)] ??= []).push(value);
    if (key.startsWith('note-')) switches[key.slice(5)] = value === 'on';
  }
  return {
    slug: path === '' ? undefined : decodeURIComponent(path),
    window: from !== null && to !== null ? { from, to } : undefined,
    choices,
    switches,
    refresh: settings.get('refresh') ?? undefined,
  };
}

export function writeAddress({
  slug = '',
  window,
  choices,
  refresh,
  switches,
}: PageAddress): string {
  const settings = new URLSearchParams(window ? { from: window.from, to: window.to } : {});
  if (refresh !== undefined) settings.set('refresh', refresh);
  for (const [name, values] of Object.entries(choices)) {
    for (const value of values) settings.append(`var-${name}`, value);
  }
  for (const [name, isOn] of Object.entries(switches)) {
    settings.set(`note-${name}`, isOn ? 'on' : 'off');
  }
  const query = settings.toString();
  return `#/${encodeURIComponent(slug)}${query === '' ? '' : `?${query}`}`;
}

/** The address of the page, and a function that changes parts of it. */
export function useAddress() {
  const [address, setAddress] = useState(readAddress);
  useEffect(() => {
    const read = () => {
      setAddress(readAddress());
    };
    window.addEventListener('hashchange', read);
    return () => {
      window.removeEventListener('hashchange', read);
    };
  }, []);
  const change = useCallback((parts: Partial<PageAddress>) => {
    location.hash = writeAddress({ ...readAddress(), ...parts });
  }, []);
  return [address, change] as const;
}

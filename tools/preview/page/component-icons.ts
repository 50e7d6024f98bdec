import { cacheStore } from 'react-inlinesvg';

/** The icons of Grafana's components that the page can show, as lines in a square of 24. */
const LINES: Readonly<Record<string, string>> = {
  'angle-down': 'M6 9l6 6 6-6',
  'angle-left': 'M15 6l-6 6 6 6',
  'angle-right': 'M9 6l6 6-6 6',
  'angle-up': 'M6 15l6-6 6 6',
  'arrow-down': 'M12 4v16M6 14l6 6 6-6',
  'arrow-up': 'M12 20V4M6 10l6-6 6 6',
  check: 'M4 12l6 6L20 6',
  'exclamation-triangle': 'M12 4 2.5 20h19ZM12 10v4M12 17v.2',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  filter: 'M3 5h18l-7 8v7l-4-2v-5Z',
  'filter-minus': 'M3 5h18l-7 8v7l-4-2v-5ZM16 19h6',
  'filter-plus': 'M3 5h18l-7 8v7l-4-2v-5ZM19 16v6M16 19h6',
  'info-circle': 'M12 11v6M12 7v.2M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20Z',
  search: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM15 15l6 6',
  times: 'M5 5l14 14M19 5 5 19',
};

/** Gives the components their icons, which they would else ask a Grafana for. */
export function provideIcons(): void {
  for (const [name, path] of Object.entries(LINES)) {
    const content = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${path}" fill="none" stroke="currentColor" stroke-width="2"/></svg>`;
    cacheStore.set(`public/build/img/icons/unicons/${name}.svg`, { content, status: 'loaded' });
  }
}

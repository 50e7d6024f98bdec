import type { PreviewEntry } from '@g6/dashboards';
import { type RefObject, useMemo, useState } from 'react';

interface Props {
  readonly dashboards: readonly PreviewEntry[];
  readonly slug: string | undefined;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onOpen: (slug: string) => void;
}

/** The dashboards that have every word of a search in their title, slug, families or tags. */
export function matching(dashboards: readonly PreviewEntry[], search: string): PreviewEntry[] {
  const words = search.toLowerCase().split(/\s+/);
  return dashboards.filter(({ slug, title, families, tags, folder }) => {
    const text = [slug, title, folder, ...families, ...tags].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The most dashboards that are listed at once; a search finds the others. */
const MOST_LISTED = 300;

/** The list of dashboards with its search. */
export function DashboardList({ dashboards, slug, search, onOpen }: Props) {
  const [text, setText] = useState('');
  const found = useMemo(() => matching(dashboards, text), [dashboards, text]);
  const listed = found.slice(0, MOST_LISTED);
  return (
    <nav className="list" aria-label="Dashboards">
      <input
        ref={search}
        type="search"
        aria-label="Search dashboards"
        placeholder={`Search ${dashboards.length} dashboards`}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && found[0]) onOpen(found[0].slug);
          if (key === 'Escape') setText('');
        }}
      />
      <ul>
        {listed.map((entry) => (
          <li key={entry.slug}>
            <a
              href={`#/${entry.slug}`}
              aria-current={entry.slug === slug ? 'page' : undefined}
              title={entry.description}
            >
              <span>{entry.title}</span>
              <small>{entry.folder === '' ? entry.families.join(', ') : entry.folder}</small>
            </a>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="hint">No dashboard matches “{text}”.</p>}
      {found.length > listed.length && (
        <p className="hint">{found.length - listed.length} more; search to find them.</p>
      )}
    </nav>
  );
}

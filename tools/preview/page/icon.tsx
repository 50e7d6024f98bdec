const PATHS = {
  info: 'M8 7v4M8 4.6v.2M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z',
  close: 'M4 4l8 8M12 4l-8 8',
  minus: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5 14 14M5 7h4',
  refresh: 'M13.5 8A5.5 5.5 0 1 1 11.6 3.9M13.5 2v3h-3',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1',
  moon: 'M13 10A6 6 0 0 1 6 3a5.5 5.5 0 1 0 7 7Z',
  help: 'M6 6.2a2 2 0 1 1 2.6 1.9c-.4.1-.6.5-.6.9v.5M8 11.6v.2M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z',
  open: 'M4 6l4 4 4-4',
  closed: 'M6 4l4 4-4 4',
} as const;

/** A small drawing on a button; the button has the words. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

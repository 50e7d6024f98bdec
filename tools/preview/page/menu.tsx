import { type ReactNode, useEffect, useRef } from 'react';

/** A button that opens a small pane below itself; Escape and a click elsewhere close it. */
export function Menu(props: {
  readonly label: string;
  readonly text: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = element.current;
      if (!menu?.open) return;
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      if (event instanceof KeyboardEvent && !isEscape) return;
      if (!isEscape && menu.contains(event.target as Node)) return;
      menu.open = false;
      if (isEscape) menu.querySelector('summary')?.focus();
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={element} className={`menu ${props.className ?? ''}`}>
      <summary aria-label={props.label}>{props.text}</summary>
      <div className="pane">{props.children}</div>
    </details>
  );
}

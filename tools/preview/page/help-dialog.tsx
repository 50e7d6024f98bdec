import { useEffect, useRef } from 'react';

const KEYS: readonly (readonly [key: string, meaning: string])[] = [
  ['/', 'search the dashboards'],
  ['j', 'next dashboard'],
  ['k', 'previous dashboard'],
  ['r', 'read the data again'],
  ['z', 'zoom out'],
  ['t', 'light or dark'],
  ['?', 'these keys'],
  ['Esc', 'close what is open'],
];

/** The keys of the page. */
export function HelpDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} aria-label="Keys" onClose={onClose} onClick={onClose}>
      <h2>Keys</h2>
      <dl>
        {KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>Drag across a chart to zoom into a part. Click a series in a legend to see it alone.</p>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}

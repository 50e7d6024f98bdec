import { type RefObject, useEffect } from 'react';

/** The buttons of legends of Grafana's charts. */
const BUTTONS = 'button[class*=LegendLabel][aria-label]';

/**
 * Puts the name of the series before what a click on it in a legend does. Grafana names these
 * buttons by the latter alone, so that a screen reader hears the same of each.
 */
export function useLegendNames(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!element.current) return;
    const body = element.current;
    const rename = () => {
      for (const button of body.querySelectorAll<HTMLElement>(BUTTONS)) {
        const { textContent: series, ariaLabel } = button;
        if (ariaLabel?.startsWith(series) === false) button.ariaLabel = `${series}: ${ariaLabel}`;
      }
    };
    const observer = new MutationObserver(rename);
    observer.observe(body, { childList: true, subtree: true, attributeFilter: ['aria-label'] });
    return () => {
      observer.disconnect();
    };
  }, [element]);
}

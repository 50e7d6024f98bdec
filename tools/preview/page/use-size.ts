import { type RefObject, useEffect, useRef, useState } from 'react';

/** The size of an element in whole pixels; zero before it is known. */
export function useSize<Shape extends HTMLElement>(): readonly [
  RefObject<Shape | null>,
  { readonly width: number; readonly height: number },
] {
  const element = useRef<Shape>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return [element, size];
}

/** Whether an element has come near the visible part of the page. */
export function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current || seen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '300px' },
    );
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element, seen]);
  return seen;
}

import { useEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus back to where it last was in a part of the page that was inert meanwhile. Returns the part's listener
 * for `focusin`.
 */
export function useFocusReturn(inert: boolean): (event: FocusEvent) => void {
  const last = useRef<EventTarget | null>(null);
  const wasInert = useRef(false);
  useEffect(() => {
    if (wasInert.current && !inert && last.current instanceof HTMLElement) last.current.focus();
    wasInert.current = inert;
  }, [inert]);
  return ({ target }) => {
    last.current = target;
  };
}

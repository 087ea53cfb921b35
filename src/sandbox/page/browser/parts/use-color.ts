import { useCallback } from 'preact/hooks';

/**
 * Gives an element a colour from a payload (0xRRGGBB) as a custom property. Set through the object model, as the
 * page's Content-Security-Policy refuses style attributes.
 */
export function useColor(property: `--${string}`, color: number | null | undefined) {
  return useCallback(
    (element: HTMLElement | null) => {
      if (typeof color === 'number') {
        element?.style.setProperty(property, `#${color.toString(16).padStart(6, '0').slice(-6)}`);
      } else element?.style.removeProperty(property);
    },
    [property, color],
  );
}

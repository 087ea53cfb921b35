import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { Scene } from '../scene.ts';

interface PressProps {
  readonly messageId: string;
  readonly controlId: string;
  readonly tone: string;
  readonly disabled?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A button of the bot's. Busy until the bot has taken the press, so that it cannot be pressed twice. */
export function PressButton({ messageId, controlId, tone, disabled = false, children }: PressProps) {
  const { hands, attempt } = useContext(Scene);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (busy) return;
    setBusy(true);
    await attempt(() => hands.press(messageId, controlId));
    setBusy(false);
  };
  return (
    <button type="button" class={`control ${tone}`} disabled={disabled} aria-busy={busy} onClick={press}>
      {children}
    </button>
  );
}

/** A button of the bot's that leads elsewhere. Anything but the web is shown without leading anywhere. */
export function LinkButton({ url, children }: { url: string; children: ComponentChildren }) {
  const safe = /^https?:\/\//i.test(url);
  return (
    <a class="control link" {...(safe && { href: url })} target="_blank" rel="noopener noreferrer">
      {children} <span aria-hidden="true">↗</span>
    </a>
  );
}

import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import { Scene } from '../scene.ts';
import { sayFormError } from './form-errors.ts';

interface DialogProps {
  readonly title: string;
  /** Absent where there is nothing to send. */
  readonly submit?: string | undefined;
  readonly cancel?: string | undefined;
  /** What was wrong with all of it. */
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/**
 * A modal of one platform. It stands in that platform's pane alone: the other one stays at hand, so this is no
 * `<dialog>` of the whole page; the pane makes what is behind it inert.
 */
export function Dialog({ title, submit, cancel, error, children }: DialogProps) {
  const { hands, attempt, say } = useContext(Scene);
  const [busy, setBusy] = useState(false);
  const titleId = useId();
  const form = useFocusWithin();
  const dismiss = () => attempt(() => hands.dismiss());
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !form.current) return;
    setBusy(true);
    const values = readValues(form.current);
    await attempt(() => hands.submit(values));
    setBusy(false);
  };
  return (
    <div class="veil">
      <div
        class="dialog"
        role="dialog"
        aria-labelledby={titleId}
        onKeyDown={({ key }) => key === 'Escape' && dismiss()}
      >
        <form ref={form} onSubmit={send}>
          <header>
            <h3 id={titleId}>{title}</h3>
            <button type="button" class="close" aria-label={say('form.close')} onClick={dismiss}>
              <span aria-hidden="true">✕</span>
            </button>
          </header>
          <div class="fields">
            {error ? (
              <p class="error" role="alert">
                {sayFormError(error, say)}
              </p>
            ) : null}
            {children}
          </div>
          <footer>
            <button type="button" class="control quiet" onClick={dismiss}>
              {cancel || say('form.cancel')}
            </button>
            {submit === undefined ? null : (
              <button type="submit" class="control primary" aria-busy={busy}>
                {submit || say('form.submit')}
              </button>
            )}
          </footer>
        </form>
      </div>
    </div>
  );
}

/** What was filled in; an emptied field counts as well, as it may have been prefilled. */
function readValues(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** Takes the focus to the first field. (The pane takes it back where it was.) */
function useFocusWithin() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const [field] = form.current?.querySelectorAll<HTMLElement>('.fields :is(input, textarea, select)') ?? [];
    (field ?? form.current?.querySelector<HTMLElement>('footer button:last-child'))?.focus();
  }, []);
  return form;
}

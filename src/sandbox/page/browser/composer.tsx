import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SandboxSuggestion } from '../../contract.ts';
import type { Looking } from '../state.ts';
import type { PlatformName } from './live.ts';
import { Scene } from './scene.ts';
import { type Completion, useCompletion } from './use-completion.ts';

/** A text that the guide puts into a composer. Each one is a new object. */
export interface Draft {
  readonly platform: PlatformName;
  readonly text: string;
}

interface ComposerProps {
  readonly platform: PlatformName;
  readonly looking: Looking;
  readonly title: string;
  readonly draft: Draft | null;
  readonly onSending: (sending: boolean) => void;
  readonly onTyped: (text: string) => void;
}

/** Where a person types: words to everybody, or a command with what can come next (an ARIA combobox). */
export function Composer({ platform, looking, title, draft, onSending, onTyped }: ComposerProps) {
  const { hands, attempt, say } = useContext(Scene);
  const [text, setText] = useState('');
  const [last, setLast] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const completion = useCompletion(platform, looking, text);
  const { usages, offered, marked } = completion;
  const listId = `${platform}-suggestions`;
  useDraft(draft, setText, input);

  const take = (suggestion: SandboxSuggestion | undefined) => {
    if (!suggestion) return;
    setText(suggestion.text);
    input.current?.focus();
  };
  const send = async () => {
    if (text.trim() === '') return;
    setText('');
    setLast(text);
    onTyped(text);
    onSending(true);
    await attempt(() => hands.type(text));
    onSending(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const handled = handleKey(event, completion, take) || recall(event, text, last, setText);
    if (handled) event.preventDefault();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {offered.length + usages.length > 0 ? (
        <Suggestions id={listId} usages={usages} offered={offered} marked={marked} onTake={take} />
      ) : null}
      <input
        ref={input}
        role="combobox"
        aria-label={say('composer.label', { place: title })}
        aria-autocomplete="list"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-describedby={`${listId}-usage`}
        {...(marked >= 0 && { 'aria-activedescendant': `${listId}-${marked}` })}
        placeholder={say('composer.label', { place: title })}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={completion.close}
      />
      <button type="submit" class="send" aria-label={say('composer.send')} disabled={text.trim() === ''}>
        <svg viewBox="0 0 24 24" width="18" height="18" fill="currentColor" aria-hidden="true">
          <path d="M3 20.5v-7l9-1.5-9-1.5v-7L22 12z" />
        </svg>
      </button>
    </form>
  );
}

/** The keys of a list of suggestions. Enter takes only what was marked, so that it otherwise sends. */
function handleKey(
  { key, shiftKey }: KeyboardEvent,
  { usages, offered, marked, mark, close }: Completion,
  take: (suggestion: SandboxSuggestion | undefined) => void,
): boolean {
  if (offered.length + usages.length === 0) return false;
  if (key === 'Escape') close();
  else if (offered.length === 0) return false;
  else if (key === 'ArrowDown') mark(1);
  else if (key === 'ArrowUp') mark(-1);
  else if (key === 'Tab' && !shiftKey) take(offered[Math.max(marked, 0)]);
  else if (key === 'Enter' && marked >= 0) take(offered[marked]);
  else return false;
  return true;
}

/** Arrow up in an empty line brings back what was sent last. */
function recall({ key }: KeyboardEvent, text: string, last: string, setText: (text: string) => void): boolean {
  if (key !== 'ArrowUp' || text !== '' || last === '') return false;
  setText(last);
  return true;
}

/** Takes over what the guide proposes, and the focus with it. */
function useDraft(draft: Draft | null, setText: (text: string) => void, input: { current: HTMLInputElement | null }) {
  useLayoutEffect(() => {
    if (!draft) return;
    setText(draft.text);
    input.current?.focus();
  }, [draft]);
}

interface SuggestionsProps {
  readonly id: string;
  readonly usages: readonly SandboxSuggestion[];
  readonly offered: readonly SandboxSuggestion[];
  readonly marked: number;
  readonly onTake: (suggestion: SandboxSuggestion) => void;
}

function Suggestions({ id, usages, offered, marked, onTake }: SuggestionsProps) {
  const { say } = useContext(Scene);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <div class="suggestions">
      <div id={`${id}-usage`} class="usages">
        {usages.map(({ label, description }) => (
          <p>
            <code>{label}</code> <span class="suggestion-more">{description}</span>
          </p>
        ))}
      </div>
      <div id={id} role="listbox" aria-label={say('composer.suggestions')} ref={list}>
        {offered.map((suggestion, index) => (
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            class="suggestion"
            aria-selected={index === marked}
            // Before the input loses the focus, which would close the list.
            onMouseDown={(event) => {
              event.preventDefault();
              onTake(suggestion);
            }}
          >
            <span class="suggestion-label">{suggestion.label}</span>
            {suggestion.description ? <span class="suggestion-more">{suggestion.description}</span> : null}
          </div>
        ))}
      </div>
      {offered.length > 0 ? (
        <p class="suggestions-hint" aria-hidden="true">
          {say('composer.hint')}
        </p>
      ) : null}
    </div>
  );
}

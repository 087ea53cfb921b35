import { useContext, useEffect, useRef } from 'preact/hooks';
import type { SandboxMessage } from '../../contract.ts';
import { type Reader, sayInstant, sayNearDay, toDay } from './markup/reader.ts';
import { Message, Thinking } from './message.tsx';
import type { PlatformLook } from './platform-look.ts';
import { Scene } from './scene.ts';

interface MessageLogProps {
  readonly messages: readonly SandboxMessage[];
  readonly look: PlatformLook;
  readonly title: string;
  /** Whether something was sent that the bot has not taken yet. */
  readonly sending: boolean;
}

/** Posts follow close upon one another within this many milliseconds. */
const closeUpon = 5 * 60_000;

/** The posts of a channel, oldest first, announced as they come. */
export function MessageLog({ messages, look, title, sending }: MessageLogProps) {
  const { reader, say } = useContext(Scene);
  const log = useEndInView(sending);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <div class="log" role="log" aria-label={say('messages', { place: title })} tabIndex={0} ref={log}>
      <div class="log-inside">
        {messages.length === 0 ? <p class="empty">{say('messages.empty', { place: title })}</p> : null}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const headless = follows(message, before, reader) && before !== undefined && !look.sayNotice(before, say);
          return (
            <div key={message.id}>
              {isNewDay(message, before, reader) ? <DayLine at={new Date(message.at)} reader={reader} /> : null}
              <Message message={message} look={look} follows={headless} />
            </div>
          );
        })}
        {sending ? <Thinking /> : null}
      </div>
    </div>
  );
}

function DayLine({ at, reader }: { at: Date; reader: Reader }) {
  const words = sayNearDay(at, reader) ?? sayInstant(at, reader, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <p class="day">
      <span>{words}</span>
    </p>
  );
}

function isNewDay(message: SandboxMessage, before: SandboxMessage | undefined, reader: Reader): boolean {
  return !before || toDay(new Date(before.at), reader) !== toDay(new Date(message.at), reader);
}

/** Whether a post needs no head of its own, as its author has just posted. */
function follows(message: SandboxMessage, before: SandboxMessage | undefined, reader: Reader): boolean {
  if (!before || isNewDay(message, before, reader)) return false;
  if (before.author.id !== message.author.id || before.privateTo !== message.privateTo) return false;
  return Date.parse(message.at) - Date.parse(before.at) < closeUpon;
}

/** Whoever sends something wants to see what comes of it. (The scroller is reversed: 0 is its end.) */
function useEndInView(sending: boolean) {
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sending) log.current?.scrollTo({ top: 0 });
  }, [sending]);
  return log;
}

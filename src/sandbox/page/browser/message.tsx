import { useContext, useErrorBoundary } from 'preact/hooks';
import type { SandboxMessage } from '../../contract.ts';
import { sayInstant } from './markup/reader.ts';
import { Avatar } from './parts/avatar.tsx';
import type { PlatformLook } from './platform-look.ts';
import { Scene } from './scene.ts';

interface MessageProps {
  readonly message: SandboxMessage;
  readonly look: PlatformLook;
  /** Stands right below a post of the same author. */
  readonly follows: boolean;
}

export function Message({ message, look, follows }: MessageProps) {
  const { say } = useContext(Scene);
  const { author, privateTo, edited } = message;
  const notice = look.sayNotice(message, say);
  if (notice !== null) return <p class="message notice">{notice}</p>;
  const kinds = ['message', privateTo === undefined ? '' : 'private', follows ? 'follows' : ''].join(' ');
  return (
    <article class={kinds} aria-label={author.name} data-message={message.id}>
      {follows ? null : <Avatar id={author.id} name={author.name} bot={author.bot} />}
      <div class="message-body">
        {follows ? null : <MessageHead message={message} />}
        {look.isThinking(message) ? <ThinkingWords /> : <Drawn message={message} look={look} />}
        {edited ? <p class="edited">{say('messages.edited')}</p> : null}
        {privateTo === undefined ? null : (
          <p class="only-you">
            <Eye /> {say('messages.private')}
          </p>
        )}
      </div>
    </article>
  );
}

function MessageHead({ message: { author, at } }: { message: SandboxMessage }) {
  const { reader, say } = useContext(Scene);
  const instant = new Date(at);
  return (
    <p class="message-head">
      <span class="author">{author.name}</span>
      {author.bot ? <span class="app">{say('messages.app')}</span> : null}
      <time dateTime={at}>{sayInstant(instant, reader, { timeStyle: 'short' })}</time>
    </p>
  );
}

/** A payload that cannot be drawn must not take the page down with it. */
function Drawn({ message, look }: { message: SandboxMessage; look: PlatformLook }) {
  const [error] = useErrorBoundary();
  if (error) return <pre class="unknown">{JSON.stringify(message.payload, null, 2)}</pre>;
  return <look.Body message={message} />;
}

/** The bot was asked and has not answered yet. */
export function Thinking() {
  return (
    <div class="message thinking-line">
      <ThinkingWords />
    </div>
  );
}

function ThinkingWords() {
  const { say } = useContext(Scene);
  return (
    <p class="thinking">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>{' '}
      {say('messages.thinking')}
    </p>
  );
}

function Eye() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
    >
      <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z" />
      <circle cx="12" cy="12" r="3" />
    </svg>
  );
}

import type { SandboxMessage } from '../../../contract.ts';
import { Marked } from '../markup/marked.tsx';
import type { PlatformLook } from '../platform-look.ts';
import { Components } from './components.tsx';
import { Embed } from './embed.tsx';
import { parseDiscordMarkdown } from './markdown.ts';
import { DiscordModal } from './modal.tsx';
import { sayDiscordMoment } from './moments.ts';
import { sayDiscordNotice } from './notices.ts';
import type { DiscordPost } from './payload.ts';

/** The flag of an answer that was put off: <https://docs.discord.com/developers/resources/message#message-object-message-flags>. */
const loadingFlag = 1 << 7;

/** How Discord looks: dark. */
export const discordLook: PlatformLook = {
  title: 'Discord',
  sayMoment: sayDiscordMoment,
  isThinking: ({ payload }) => (((payload as DiscordPost).flags ?? 0) & loadingFlag) !== 0,
  sayNotice: sayDiscordNotice,
  Body: DiscordBody,
  Modal: DiscordModal,
};

function DiscordBody({ message }: { message: SandboxMessage }) {
  const { content = '', embeds = [], components = [] } = message.payload as DiscordPost;
  return (
    <>
      {content === '' ? null : <Marked passages={parseDiscordMarkdown(content)} />}
      {embeds.map((embed) => (
        <Embed embed={embed} />
      ))}
      <Components components={components} messageId={message.id} />
    </>
  );
}

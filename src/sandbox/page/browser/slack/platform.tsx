import { useContext } from 'preact/hooks';
import type { SandboxMessage } from '../../../contract.ts';
import { Marked } from '../markup/marked.tsx';
import type { PlatformLook } from '../platform-look.ts';
import { Scene } from '../scene.ts';
import { Blocks } from './blocks.tsx';
import { SlackModal } from './modal.tsx';
import { saySlackMoment } from './moments.ts';
import { parseMrkdwn } from './mrkdwn.ts';
import { saySlackNotice } from './notices.ts';
import type { SlackPost } from './payload.ts';

/** How Slack looks: a light room, an aubergine frame. */
export const slackLook: PlatformLook = {
  title: 'Slack',
  sayMoment: saySlackMoment,
  isThinking: () => false,
  sayNotice: saySlackNotice,
  Body: SlackBody,
  Modal: SlackModal,
  Home: SlackHome,
};

/** Blocks where there are any; the text is then only their fallback. */
function SlackBody({ message }: { message: SandboxMessage }) {
  const { text = '', blocks = [] } = message.payload as SlackPost;
  if (blocks.length > 0) return <Blocks blocks={blocks} messageId={message.id} />;
  return <Marked passages={parseMrkdwn(text)} />;
}

function SlackHome({ home }: { home: unknown }) {
  const { say } = useContext(Scene);
  const blocks = (home as SlackPost | null)?.blocks;
  return blocks ? <Blocks blocks={blocks} messageId="home" /> : <p class="empty">{say('places.home-empty')}</p>;
}

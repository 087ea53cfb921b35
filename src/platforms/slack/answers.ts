import type { webApi } from '@slack/bolt';
import type { Answer, Log } from '../../core/ports.ts';
import { isRefusal } from './failures.ts';
import type { Origin } from './form-metadata.ts';
import { limits } from './limits.ts';
import { type Message, toMessage } from './render.ts';

/** Where an answer goes. */
export interface Destination extends Origin {
  readonly accountId: string;
  /** Takes the place of the private message whose control was pressed. */
  readonly replace?: boolean;
}

/** An answer as Slack takes it in an acknowledgement and at a response address. */
export type Reply = Message & { readonly response_type: 'ephemeral' | 'in_channel' };

export function toReply({ view, visibility }: Answer, { place }: Origin): Reply {
  return { response_type: visibility === 'space' ? 'in_channel' : 'ephemeral', ...toMessage(view, place) };
}

/**
 * Brings an answer to where the question came from: by Slack's own address for answers, and where that is unknown or
 * too old, by a post. Never rejects: there is nobody left to tell, so what fails is logged.
 */
export async function deliver(
  client: webApi.WebClient,
  log: Log,
  destination: Destination,
  answer: Answer,
): Promise<void> {
  try {
    const reply = toReply(answer, destination);
    if (destination.responseUrl && (await respond(destination.responseUrl, reply, destination.replace ?? false)))
      return;
    await post(client, destination, reply);
  } catch (err) {
    log.error({ err }, 'slack answer not delivered');
  }
}

/** Whether the address took it. */
async function respond(url: string, reply: Reply, replace: boolean): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...reply, replace_original: replace }),
      signal: AbortSignal.timeout(limits.patience.call),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function post(client: webApi.WebClient, { place, direct, accountId }: Destination, reply: Reply): Promise<void> {
  const { response_type, ...message } = reply;
  const address = { channel: place.channelId, ...message };
  const quietly = { unfurl_links: false, unfurl_media: false };
  const seenByAll = response_type === 'in_channel' || direct;
  try {
    if (seenByAll) await client.chat.postMessage({ ...address, ...quietly });
    else await client.chat.postEphemeral({ ...address, user: accountId });
  } catch (error) {
    if (!closedToBot.some((word) => isRefusal(error, word))) throw error;
    await client.chat.postMessage({ ...address, ...quietly, channel: accountId });
  }
}

/** Commands can be typed where the bot is no member, even between two people; then it writes to the person. */
const closedToBot = ['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived'];

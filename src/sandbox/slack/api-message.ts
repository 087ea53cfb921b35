import type { Dict } from './blocks/judge.ts';
import type { SlackMessage } from './messages.ts';
import { bot, team } from './people.ts';

/** The message as the API and the payloads show it. Its metadata only where it was asked for. */
export function toApiMessage({ id, author, payload, edited }: SlackMessage, withMetadata = false): Dict {
  const { metadata, ...said } = payload;
  return {
    type: 'message',
    user: author.id,
    ts: id,
    ...said,
    ...(author.id === bot.id && { bot_id: bot.botId, app_id: bot.appId }),
    team: team.id,
    ...(edited && { edited: { user: author.id, ts: id } }),
    ...(withMetadata && metadata !== undefined && { metadata }),
  };
}

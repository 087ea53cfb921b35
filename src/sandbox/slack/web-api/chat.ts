import { ApiError } from '../api-error.ts';
import { toApiMessage } from '../api-message.ts';
import { sees } from '../channels.ts';
import { parseContent, toNewPayload, toUpdatedPayload } from '../content.ts';
import { botAuthor } from '../messages.ts';
import { findPerson } from '../people.ts';
import { getOwnMessage, getWritableChannel } from './access.ts';
import { type Method, tiers } from './method.ts';

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    scope: 'chat:write',
    limit: tiers.posting,
    limitKey: (given) => given.text('channel') ?? '',
    run: ({ workspace }, given) => {
      const channel = getWritableChannel(workspace, given.required('channel'));
      const payload = toNewPayload(parseContent(given.all), given.text('thread_ts'));
      const message = workspace.messages.post({ channelId: channel.id, author: botAuthor, payload });
      return { channel: channel.id, ts: message.id, message: toApiMessage(message) };
    },
  },
  'chat.postEphemeral': {
    scope: 'chat:write',
    limit: tiers.four,
    run: ({ workspace }, given) => {
      const channel = getWritableChannel(workspace, given.required('channel'));
      const personId = given.required('user');
      if (!findPerson(personId) || !sees(personId, channel)) throw new ApiError('user_not_in_channel');
      const payload = toNewPayload(parseContent(given.all), given.text('thread_ts'));
      const { id } = workspace.messages.post({
        channelId: channel.id,
        author: botAuthor,
        payload,
        privateTo: personId,
      });
      return { message_ts: id };
    },
  },
  'chat.update': {
    scope: 'chat:write',
    limit: tiers.three,
    run: ({ workspace }, given) => {
      const message = getOwnMessage(workspace, given.required('channel'), given.required('ts'), 'cant_update_message');
      const payload = toUpdatedPayload(message.payload, parseContent(given.all));
      const updated = workspace.messages.replace(message, payload);
      return { channel: updated.channelId, ts: updated.id, text: payload.text, message: toApiMessage(updated) };
    },
  },
  'chat.delete': {
    scope: 'chat:write',
    limit: tiers.three,
    run: ({ workspace }, given) => {
      const message = getOwnMessage(workspace, given.required('channel'), given.required('ts'), 'cant_delete_message');
      workspace.messages.remove(message.id);
      return { channel: message.channelId, ts: message.id };
    },
  },
};

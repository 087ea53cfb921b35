import { ApiError } from '../api-error.ts';
import { toApiMessage } from '../api-message.ts';
import type { Dict } from '../blocks/judge.ts';
import type { SlackChannel } from '../channels.ts';
import type { SlackMessage } from '../messages.ts';
import { team } from '../people.ts';
import { getChannel, getReadableChannel } from './access.ts';
import type { Arguments } from './arguments.ts';
import { type Method, tiers } from './method.ts';

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': {
    limit: tiers.three,
    run: ({ workspace }, given) => {
      const channel = getChannel(workspace, given.required('channel'));
      workspace.app.requireScope(channel.directWith ? 'im:read' : 'channels:read');
      return { channel: toApiChannel(channel) };
    },
  },
  'conversations.list': {
    scope: 'channels:read',
    limit: tiers.two,
    run: ({ workspace }, given) => {
      const types = given.text('types') ?? 'public_channel';
      const channels = workspace.channels
        .list()
        .filter((channel) => types.includes(channel.directWith ? 'im' : 'public_channel'))
        .filter((channel) => !(given.flag('exclude_archived') && channel.archived));
      return { channels: channels.map(toApiChannel), response_metadata: { next_cursor: '' } };
    },
  },
  'conversations.open': {
    scope: 'im:write',
    limit: tiers.three,
    run: ({ workspace }, given) => {
      const channel = workspace.channels.findAddressed(given.text('channel') ?? given.required('users'));
      if (!channel?.directWith) throw new ApiError('user_not_found');
      return { no_op: true, already_open: true, channel: { id: channel.id } };
    },
  },
  'conversations.history': {
    limit: tiers.three,
    run: ({ workspace }, given) => {
      const channel = getReadableChannel(workspace, given.required('channel'));
      const messages = workspace.messages
        .inChannel(channel.id)
        .filter((message) => !message.privateTo && !message.payload.thread_ts)
        .reverse();
      return toPage(messages, given);
    },
  },
  'conversations.replies': {
    limit: tiers.three,
    run: ({ workspace }, given) => {
      const channel = getReadableChannel(workspace, given.required('channel'));
      const ts = given.required('ts');
      const messages = workspace.messages.inChannel(channel.id).filter((message) => !message.privateTo);
      if (!messages.some((message) => message.id === ts)) throw new ApiError('thread_not_found');
      return toPage(
        messages.filter((message) => message.id === ts || message.payload.thread_ts === ts),
        given,
      );
    },
  },
};

/** Messages of a span of time, a page of them. The cursor is the number of messages before it. */
function toPage(messages: readonly SlackMessage[], given: Arguments): Dict {
  const spanned = messages.filter(({ id }) => isWithin(id, given));
  const limit = Math.min(Math.max(given.number('limit') ?? 100, 1), 999);
  const start = readCursor(given.text('cursor'));
  const more = spanned.length > start + limit;
  return {
    messages: spanned
      .slice(start, start + limit)
      .map((message) => toApiMessage(message, given.flag('include_all_metadata'))),
    has_more: more,
    response_metadata: { next_cursor: more ? btoa(`next:${start + limit}`) : '' },
  };
}

/** `oldest` and `latest` themselves count only where `inclusive` is set. */
function isWithin(ts: string, given: Arguments): boolean {
  const at = Number(ts);
  const oldest = given.number('oldest') ?? 0;
  const latest = given.number('latest') ?? Number.POSITIVE_INFINITY;
  return given.flag('inclusive') ? at >= oldest && at <= latest : at > oldest && at < latest;
}

function readCursor(cursor?: string): number {
  if (cursor === undefined) return 0;
  const match = /^[\w+/=]+$/.test(cursor) ? /^next:(\d+)$/.exec(decode(cursor)) : null;
  if (!match) throw new ApiError('invalid_cursor');
  return Number(match[1]);
}

function decode(cursor: string): string {
  return Buffer.from(cursor, 'base64').toString('utf8');
}

function toApiChannel(channel: SlackChannel): Dict {
  const common = { id: channel.id, created: 0, is_archived: channel.archived, updated: 0, context_team_id: team.id };
  if (channel.directWith) return { ...common, is_im: true, user: channel.directWith, is_user_deleted: false };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_general: channel.name === 'general',
    is_member: channel.botIn,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

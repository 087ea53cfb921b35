import { ApiError } from './api-error.ts';
import type { Dict } from './blocks/judge.ts';
import { parseContent, toNewPayload, toUpdatedPayload } from './content.ts';
import { botAuthor } from './messages.ts';
import type { ResponseTarget } from './response-urls.ts';
import type { Workspace } from './workspace.ts';

/**
 * Carries out what the bot answers to an interaction, in its ack or through a `response_url`: a private message
 * unless `response_type` is `in_channel`, or a change of the message that was pressed. Throws Slack's refusals.
 */
export function respond(workspace: Workspace, target: ResponseTarget, given: Dict): void {
  const { personId, channelId, originalTs } = target;
  const channel = workspace.channels.find(channelId);
  if (!channel) throw new ApiError('channel_not_found');
  if (channel.archived) throw new ApiError('is_archived');
  const original = originalTs === undefined ? null : workspace.messages.find(originalTs);
  if (given.delete_original === true) {
    if (original) workspace.messages.remove(original.id);
  } else if (given.replace_original === true && original) {
    workspace.messages.replace(original, toUpdatedPayload(original.payload, parseContent(given)));
  } else {
    const threadTs = typeof given.thread_ts === 'string' ? given.thread_ts : undefined;
    workspace.messages.post({
      channelId,
      author: botAuthor,
      payload: toNewPayload(parseContent(given), threadTs),
      ...(given.response_type !== 'in_channel' && { privateTo: personId }),
    });
  }
}

import { ApiError } from './api-error.ts';
import { type Dict, isDict, lengthOf } from './blocks/judge.ts';
import { parseMessageBlocks } from './blocks/validate-blocks.ts';
import { limits } from './limits.ts';
import type { Block, MessagePayload } from './messages.ts';

/** What a message says, as far as it was given. */
export interface Content {
  readonly text?: string;
  readonly blocks?: readonly Block[];
  readonly metadata?: Dict;
}

/** What is said, in a call, in an ack or to a `response_url`. Throws Slack's refusals. */
export function parseContent(given: Dict): Content {
  const text = typeof given.text === 'string' ? given.text : undefined;
  if (text && text.length > limits.messageText && lengthOf(text) > limits.messageText) {
    throw new ApiError('msg_too_long');
  }
  const blocks = isGiven(given.blocks) ? parseMessageBlocks(given.blocks) : undefined;
  const metadata = isGiven(given.metadata) ? parseMetadata(given.metadata) : undefined;
  return { ...(text !== undefined && { text }), ...(blocks && { blocks }), ...(metadata && { metadata }) };
}

/** A new message. Throws `no_text` where nothing is said. */
export function toNewPayload({ text, blocks, metadata }: Content, threadTs?: string): MessagePayload {
  if (!text && !blocks?.length) throw new ApiError('no_text');
  return {
    text: text ?? '',
    ...(blocks && { blocks }),
    ...(metadata && { metadata }),
    ...(threadTs && { thread_ts: threadTs }),
  };
}

/** The message after an update: what is not given stays as it was, an empty list of blocks takes them away. */
export function toUpdatedPayload(before: MessagePayload, { text, blocks, metadata }: Content): MessagePayload {
  const after = { ...before, text: text ?? before.text, ...(blocks && { blocks }), ...(metadata && { metadata }) };
  if (!after.text && !after.blocks?.length) throw new ApiError('no_text');
  return after;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function parseMetadata(value: unknown): Dict {
  if (!isDict(value) || typeof value.event_type !== 'string' || !isDict(value.event_payload)) {
    throw new ApiError('invalid_metadata_format');
  }
  return value;
}

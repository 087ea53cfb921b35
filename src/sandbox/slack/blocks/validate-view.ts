import { ApiError } from '../api-error.ts';
import { limits } from '../limits.ts';
import type { Block } from '../messages.ts';
import {
  all,
  boolean,
  byType,
  type Dict,
  isDict,
  type Judge,
  reasonsAgainst,
  refuse,
  shape,
  stringOrEmpty,
} from './judge.ts';
import { plainText } from './text-objects.ts';
import { blockList, withIds } from './validate-blocks.ts';

const common = {
  private_metadata: stringOrEmpty(limits.privateMetadata),
  callback_id: stringOrEmpty(limits.id),
  external_id: stringOrEmpty(limits.id),
};

const blocks = blockList(limits.viewBlocks);

const modal = shape(
  { title: plainText(limits.viewTitle), blocks },
  {
    ...common,
    close: plainText(limits.viewButton),
    submit: plainText(limits.viewButton),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
  },
);

const inputNeedsSubmit: Judge = (value, at, reasons) => {
  if (!isDict(value) || value.submit !== undefined || !Array.isArray(value.blocks)) return;
  if (value.blocks.some((block) => isDict(block) && block.type === 'input')) {
    refuse(reasons, 'a modal with inputs must have a submit', at);
  }
};

const judges = {
  modal: byType({ modal: all(modal, inputNeedsSubmit) }),
  home: byType({ home: shape({ blocks }, common) }),
};

/** A view as the bot sent it and Slack took it. */
export interface ViewPayload extends Dict {
  readonly blocks: readonly Block[];
}

/** A modal or an App Home. Throws Slack's refusal, `invalid_arguments`, with the reasons. */
export function parseView(value: unknown, type: 'modal' | 'home'): ViewPayload {
  const reasons = reasonsAgainst(judges[type], value, '/view');
  if (!isDict(value) || reasons.length > 0) throw new ApiError('invalid_arguments', reasons);
  return { ...value, blocks: withIds(Array.isArray(value.blocks) ? value.blocks : []) };
}

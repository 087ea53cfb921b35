import type { types, ViewOutput, ViewStateValue } from '@slack/bolt';
import { mention, plain, type RichText, text } from '../../core/rich-text.ts';
import type { Field, View } from '../../core/view.ts';
import type { Audience } from './audience.ts';
import { unescapeMarkup } from './escape.ts';
import { toMessage } from './render.ts';

/** Marks the blocks that say what went wrong: no field is called like that. */
const problemMark = '!';

/**
 * The form as it was sent, with all that was filled in and what went wrong above it. Slack takes it in answer to a
 * submission, and the form stays open.
 */
export function toFailedModal(sent: ViewOutput, problem: View, audience: Audience): types.ModalView {
  const { callback_id, title, submit, close, private_metadata } = sent;
  const asked = sent.blocks.filter(({ block_id: id }) => !id?.startsWith(problemMark)) as types.KnownBlock[];
  return {
    type: 'modal',
    callback_id,
    title,
    ...(submit && { submit }),
    ...(close && { close }),
    private_metadata,
    blocks: [...toProblem(problem, audience), ...asked.map((block) => fillIn(block, sent))],
  };
}

/** What an answer says, and what was written, so that it can be copied: for where the form has closed already. */
export function withWritten({ nodes }: View, sent: ViewOutput, { workspaceId }: Audience): View {
  const fields = sent.blocks.filter(isInput).flatMap((block): Field[] => {
    const words = toWords(stateOf(block, sent), workspaceId);
    return plain(words).trim() === '' ? [] : [{ label: text(unescapeMarkup(block.label.text)), value: words }];
  });
  return { nodes: [...nodes, { type: 'fields', fields }] };
}

function toProblem({ nodes }: View, audience: Audience): types.KnownBlock[] {
  const said = nodes.filter(({ type }) => type !== 'actions');
  return toMessage({ nodes: said }, audience).blocks.map((block, index) => {
    return { ...block, block_id: `${problemMark}${index}` };
  });
}

function fillIn(block: types.KnownBlock, sent: ViewOutput): types.KnownBlock {
  return isInput(block) ? { ...block, element: fillElement(block.element, stateOf(block, sent)) } : block;
}

function fillElement(element: types.InputBlock['element'], state: ViewStateValue): types.InputBlock['element'] {
  switch (element.type) {
    case 'plain_text_input': {
      const { initial_value: _before, ...rest } = element;
      return { ...rest, ...(state.value && { initial_value: state.value }) };
    }
    case 'static_select': {
      const { initial_option: _before, ...rest } = element;
      const chosen = element.options?.find(({ value }) => value === state.selected_option?.value);
      return { ...rest, ...(chosen && { initial_option: chosen }) };
    }
    case 'users_select': {
      const { initial_user: _before, ...rest } = element;
      return { ...rest, ...(state.selected_user && { initial_user: state.selected_user }) };
    }
    default:
      // Forms of ours ask for nothing else.
      return element;
  }
}

function toWords({ value, selected_option: option, selected_user: accountId }: ViewStateValue, workspaceId: string) {
  const named: RichText = accountId
    ? mention({ name: accountId, accounts: [{ platform: 'slack', workspaceId, accountId }] })
    : [];
  return [...named, ...text(value ?? unescapeMarkup(option?.text.text ?? ''))];
}

function isInput(block: types.KnownBlock | types.Block): block is types.InputBlock {
  return block.type === 'input';
}

function stateOf({ block_id: id = '', element }: types.InputBlock, { state }: ViewOutput): ViewStateValue {
  return state.values[id]?.[element.action_id ?? ''] ?? { type: element.type };
}

import { toApiMessage } from '../api-message.ts';
import type { Dict } from '../blocks/judge.ts';
import { controlsOf } from '../blocks/validate-blocks.ts';
import { sees } from '../channels.ts';
import { type Block, createTimestamps, type SlackMessage } from '../messages.ts';
import { getPerson, type SlackPerson } from '../people.ts';
import { type SlackView, toApiView } from '../views.ts';
import { notify } from '../workspace.ts';
import { holdsValue, initialValues, toStateEntry } from './element-values.ts';
import { getPlace, type Scene, toInteraction, toNotice } from './scene.ts';

/**
 * A person uses a control of a message, of their App Home (`home`) or of the modal before them (its id).
 * Throws where they see no such thing: whoever drives the sandbox named it wrongly.
 */
export async function press(
  scene: Scene,
  personId: string,
  where: string,
  actionId: string,
  values: readonly string[] = [],
): Promise<void> {
  const person = getPerson(personId);
  const view = findView(scene, person, where);
  const message = view ? null : getVisibleMessage(scene, person, where);
  const blocks = view?.payload.blocks ?? message?.payload.blocks ?? [];
  const control = getControl(blocks, actionId);
  const payload = {
    type: 'block_actions',
    ...toInteraction(person),
    trigger_id: scene.workspace.triggers.issue(person.id),
    ...(view && ofView(view, toState(blocks, actionId, values))),
    ...(message && ofMessage(scene, person, message, toState(blocks, actionId, values))),
    actions: [toAction(scene, control, values)],
  };
  const noticedIn = message?.channelId ?? scene.workspace.channels.findAddressed(person.id)?.id;
  await scene.dispatch.invoke('interactive', payload, (ack) => {
    const notice = toNotice(ack);
    if (notice && noticedIn) notify(scene.workspace, person.id, noticedIn, notice);
  });
}

interface Control {
  readonly block: Block;
  readonly element: Dict;
}

function findView({ workspace }: Scene, person: SlackPerson, where: string): SlackView | null {
  if (where === 'home') return workspace.views.home(person.id);
  const top = workspace.views.top(person.id);
  return top?.id === where ? top : null;
}

function getVisibleMessage(scene: Scene, person: SlackPerson, ts: string): SlackMessage {
  const message = scene.workspace.messages.find(ts);
  const visible =
    message && (message.privateTo ?? person.id) === person.id && sees(person.id, getPlace(scene, message.channelId));
  if (!visible) throw new Error(`${person.name} sees no message ${ts}`);
  return message;
}

function getControl(blocks: readonly Block[], actionId: string): Control {
  for (const block of blocks) {
    const element = controlsOf(block).find((each) => each.action_id === actionId);
    if (element) return { block, element };
  }
  throw new Error(`no control has the action_id ${actionId}`);
}

function toAction({ workspace }: Scene, { block, element }: Control, values: readonly string[]): Dict {
  const { action_id, type, text, value, style, url, placeholder } = element;
  const own = holdsValue(element) ? { ...toStateEntry(element, values), placeholder } : { text, value, style, url };
  return {
    type,
    action_id,
    block_id: block.block_id,
    ...own,
    action_ts: createTimestamps(workspace.now)(),
  };
}

/** What stands in each element that holds something, the one just used among them. */
function toState(blocks: readonly Block[], usedId: string, used: readonly string[]): Dict {
  const values: Record<string, Record<string, Dict>> = {};
  for (const block of blocks) {
    for (const element of controlsOf(block)) {
      if (!holdsValue(element) || element.type === 'overflow') continue;
      const id = String(element.action_id);
      values[block.block_id] = {
        ...values[block.block_id],
        [id]: toStateEntry(element, id === usedId ? used : initialValues(element)),
      };
    }
  }
  return values;
}

function ofView(view: SlackView, state: Dict): Dict {
  return { container: { type: 'view', view_id: view.id }, view: toApiView(view, state) };
}

/** A private answer does not travel along itself: Slack keeps none. */
function ofMessage({ workspace, origin }: Scene, person: SlackPerson, message: SlackMessage, state: Dict): Dict {
  const { id, channelId, payload } = message;
  const isPrivate = message.privateTo !== undefined;
  const target = { personId: person.id, channelId, originalTs: id };
  return {
    container: {
      type: 'message',
      message_ts: id,
      channel_id: channelId,
      is_ephemeral: isPrivate,
      ...(payload.thread_ts && { thread_ts: payload.thread_ts }),
    },
    channel: { id: channelId, name: workspace.channels.find(channelId)?.name },
    ...(!isPrivate && { message: toApiMessage(message) }),
    state: { values: state },
    response_url: origin() + workspace.responseUrls.issue('actions', target),
  };
}

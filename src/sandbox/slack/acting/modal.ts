import { ApiError } from '../api-error.ts';
import { type Dict, isDict, lengthOf } from '../blocks/judge.ts';
import { parseView } from '../blocks/validate-view.ts';
import { limits } from '../limits.ts';
import type { Block } from '../messages.ts';
import { getPerson } from '../people.ts';
import { type SlackView, toApiView } from '../views.ts';
import type { Workspace } from '../workspace.ts';
import { initialValues, toStateEntry, UnknownOption } from './element-values.ts';
import { type Scene, toInteraction, toNotice } from './scene.ts';

type Values = Readonly<Record<string, string>>;

/**
 * A person sends the modal before them. `values` are by `block_id`; what is not named stays as it was prefilled, and
 * several choices are separated by commas. What Slack's own window would not let pass stands in the modal's errors,
 * and the bot does not hear of it.
 */
export async function submit(scene: Scene, personId: string, values: Values): Promise<void> {
  const { workspace } = scene;
  const view = getTop(workspace, personId);
  const inputs = view.payload.blocks.filter((block) => block.type === 'input');
  const unknown = Object.keys(values).find((name) => !inputs.some((block) => block.block_id === name));
  if (unknown !== undefined) throw new Error(`the modal has no input ${unknown}`);

  const { state, errors } = fill(inputs, values);
  if (Object.keys(errors).length > 0) return showErrors(workspace, view, errors);
  const payload = {
    type: 'view_submission',
    ...toInteraction(getPerson(personId)),
    trigger_id: workspace.triggers.issue(personId),
    view: toApiView(view, state),
    response_urls: [],
  };
  await scene.dispatch.invoke('interactive', payload, (ack) => {
    const notice = toNotice(ack);
    if (notice) showErrors(workspace, view, { '': notice });
    else if (ack.outcome === 'acked') obey(workspace, view, ack.payload);
  });
}

/** A person closes the modal before them without sending it. */
export async function dismiss(scene: Scene, personId: string): Promise<void> {
  const { workspace } = scene;
  const view = getTop(workspace, personId);
  const clears = view.payload.clear_on_close === true;
  if (clears) workspace.views.clear(personId);
  else workspace.views.close(view);
  workspace.changed();
  if (view.payload.notify_on_close !== true) return;
  const payload = {
    type: 'view_closed',
    ...toInteraction(getPerson(personId)),
    view: toApiView(view),
    is_cleared: clears,
  };
  // Nothing is left to show an answer in.
  await scene.dispatch.invoke('interactive', payload, () => {});
}

function getTop(workspace: Workspace, personId: string): SlackView {
  const view = workspace.views.top(personId);
  if (!view) throw new Error(`no modal stands open before ${personId}`);
  return view;
}

function fill(inputs: readonly Block[], values: Values): { state: Dict; errors: Values } {
  const state: Record<string, Dict> = {};
  const errors: Record<string, string> = {};
  for (const block of inputs) {
    const element = isDict(block.element) ? block.element : {};
    const given = toGiven(element, values[block.block_id]);
    const error = mistakeIn(block, element, given);
    if (error) errors[block.block_id] = error;
    else state[block.block_id] = { [String(element.action_id)]: toStateEntry(element, given) };
  }
  return { state, errors };
}

function toGiven(element: Dict, value: string | undefined): readonly string[] {
  if (value === undefined) return initialValues(element);
  if (value === '') return [];
  const severalChoices = /^multi_|^checkboxes$/.test(String(element.type));
  return severalChoices ? value.split(',').map((each) => each.trim()) : [value];
}

/** What Slack's own window says no to, as a code. */
function mistakeIn(block: Block, element: Dict, given: readonly string[]): string | null {
  if (given.length === 0) return block.optional === true ? null : 'required';
  if (element.type === 'plain_text_input') {
    const length = lengthOf(given[0] ?? '');
    if (length > Number(element.max_length ?? limits.inputText)) return 'too_long';
    if (length < Number(element.min_length ?? 0)) return 'too_short';
  }
  if (given.length > Number(element.max_selected_items ?? given.length)) return 'too_many';
  return isOffered(element, given) ? null : 'unknown_option';
}

function isOffered(element: Dict, given: readonly string[]): boolean {
  try {
    toStateEntry(element, given);
    return true;
  } catch (error) {
    if (error instanceof UnknownOption) return false;
    throw error;
  }
}

/** Does what the ack of a submission says; an empty one closes this modal. */
function obey(workspace: Workspace, view: SlackView, payload: unknown): void {
  const ack = isDict(payload) ? payload : {};
  try {
    if (ack.response_action === undefined) workspace.views.close(view);
    else actions[String(ack.response_action)]?.(workspace, view, ack);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    workspace.views.setErrors(view, { '': error.code });
  }
  workspace.changed();
}

const actions: Readonly<Record<string, (workspace: Workspace, view: SlackView, ack: Dict) => void>> = {
  clear: (workspace, view) => workspace.views.clear(view.personId),
  update: (workspace, view, ack) => void workspace.views.update(view, parseView(ack.view, 'modal')),
  push: (workspace, view, ack) => void workspace.views.push(view.personId, parseView(ack.view, 'modal')),
  errors: (workspace, view, { errors }) => {
    const names = view.payload.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
    const entries = isDict(errors) ? Object.entries(errors) : [];
    // Slack cannot show an error beside an input that is not there, and says that the app failed.
    const misplaced = entries.length === 0 || entries.some(([name]) => !names.includes(name));
    if (misplaced) throw new ApiError('invalid_response');
    workspace.views.setErrors(view, Object.fromEntries(entries.map(([name, words]) => [name, String(words)])));
  },
};

function showErrors(workspace: Workspace, view: SlackView, errors: Values): void {
  workspace.views.setErrors(view, errors);
  workspace.changed();
}

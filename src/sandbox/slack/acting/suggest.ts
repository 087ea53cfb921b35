import type { SandboxSuggestion } from '../../contract.ts';
import { optionList } from '../blocks/elements.ts';
import { type Dict, isDict, reasonsAgainst } from '../blocks/judge.ts';
import { getPerson, people } from '../people.ts';
import type { Workspace } from '../workspace.ts';
import { type Scene, toInteraction } from './scene.ts';
import { nameable } from './typed-text.ts';

/** What Slack's own message box offers: the app's commands with their hints, people after `@`, channels after `#`. */
export function suggest(workspace: Workspace, personId: string, text: string): readonly SandboxSuggestion[] {
  const [word = ''] = /[@#]?[^\s@#]*$/.exec(text) ?? [];
  const before = text.slice(0, text.length - word.length);
  if (word.startsWith('@')) return suggestPeople(before, word.slice(1));
  if (word.startsWith('#')) return suggestChannels(workspace, personId, before, word.slice(1));
  return text.startsWith('/') ? suggestCommands(workspace, text) : [];
}

function suggestCommands(workspace: Workspace, text: string): readonly SandboxSuggestion[] {
  const [typed = ''] = text.split(/\s/, 1);
  const complete = typed.length < text.length;
  return workspace.app
    .commands()
    .filter(({ command }) => (complete ? command === typed : command.startsWith(typed)))
    .map(({ command, description, usage_hint: hint }) => ({
      label: hint ? `${command} ${hint}` : command,
      description,
      text: complete ? text : `${command} `,
    }));
}

function suggestPeople(before: string, typed: string): readonly SandboxSuggestion[] {
  return people
    .filter(({ name, handle }) => startsWith(name, typed) || startsWith(handle, typed))
    .map(({ name, handle }) => ({ label: `@${handle}`, description: name, text: `${before}@${handle} ` }));
}

function suggestChannels(
  workspace: Workspace,
  personId: string,
  before: string,
  typed: string,
): readonly SandboxSuggestion[] {
  return nameable(personId, workspace.channels.list())
    .filter(({ name }) => startsWith(name, typed))
    .map(({ name }) => ({ label: `#${name}`, text: `${before}#${name} ` }));
}

function startsWith(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.toLowerCase());
}

/** What the bot offers in an external select of the modal before a person. */
export async function suggestOptions(
  scene: Scene,
  personId: string,
  actionId: string,
  typed: string,
): Promise<readonly Dict[]> {
  const view = scene.workspace.views.top(personId);
  const block = view?.payload.blocks.find((each) => isDict(each.element) && each.element.action_id === actionId);
  if (!view || !block) throw new Error(`no control of the modal has the action_id ${actionId}`);
  const payload = {
    type: 'block_suggestion',
    ...toInteraction(getPerson(personId)),
    container: { type: 'view', view_id: view.id },
    view: { id: view.id, callback_id: view.payload.callback_id, private_metadata: view.payload.private_metadata },
    action_id: actionId,
    block_id: block.block_id,
    value: typed,
  };
  let offered: readonly Dict[] = [];
  await scene.dispatch.invoke('interactive', payload, (ack) => {
    if (ack.outcome === 'acked') offered = toOptions(ack.payload);
  });
  return offered;
}

/** Options that Slack would refuse are not shown at all. */
function toOptions(payload: unknown): readonly Dict[] {
  const options = isDict(payload) ? payload.options : undefined;
  return Array.isArray(options) && reasonsAgainst(optionList, options, '/options').length === 0 ? options : [];
}

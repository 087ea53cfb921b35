import { ApiError } from '../api-error.ts';
import { type Dict, isDict } from '../blocks/judge.ts';
import type { SlackChannel } from '../channels.ts';
import type { InstalledCommand } from '../manifest.ts';
import { bot, getPerson, type SlackPerson, team } from '../people.ts';
import { respond } from '../respond.ts';
import type { ResponseTarget } from '../response-urls.ts';
import { notify } from '../workspace.ts';
import { getPlace, type Scene, toNotice } from './scene.ts';
import { nameable, toCommandText, toMessageText } from './typed-text.ts';

/** A person sends what they typed: a slash command, or words to everybody in the channel. */
export async function type(scene: Scene, personId: string, channelId: string, text: string): Promise<void> {
  const person = getPerson(personId);
  const channel = getPlace(scene, channelId);
  if (!text.startsWith('/')) return say(scene, person, channel, text);
  const [name = ''] = text.split(/\s/, 1);
  const command = scene.workspace.app.commands().find((each) => each.command === name);
  if (!command) return void notify(scene.workspace, person.id, channel.id, 'unknown_command');
  await invokeCommand(scene, person, channel, command, text.slice(name.length).trim());
}

async function invokeCommand(
  scene: Scene,
  person: SlackPerson,
  channel: SlackChannel,
  command: InstalledCommand,
  text: string,
): Promise<void> {
  const { workspace } = scene;
  const target = { personId: person.id, channelId: channel.id };
  const payload = {
    token: 'sandbox',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: person.id,
    user_name: person.handle,
    command: command.command,
    text: toCommandText(text, command.should_escape === true, nameable(person.id, workspace.channels.list())),
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: scene.origin() + workspace.responseUrls.issue('commands', target),
    trigger_id: workspace.triggers.issue(person.id),
  };
  await scene.dispatch.invoke('slash_commands', payload, (ack) => {
    const notice = toNotice(ack);
    if (notice) notify(workspace, person.id, channel.id, notice);
    else if (ack.outcome === 'acked') answerAtOnce(scene, target, ack.payload);
  });
}

/** What an ack says is shown as if it had come through the `response_url`; an empty one shows nothing. */
function answerAtOnce({ workspace }: Scene, target: ResponseTarget, payload: unknown): void {
  const given = toSaid(payload);
  if (!given) return;
  try {
    respond(workspace, target, given);
    workspace.changed();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    notify(workspace, target.personId, target.channelId, 'invalid_command_response');
  }
}

function toSaid(payload: unknown): Dict | null {
  if (typeof payload === 'string') return payload === '' ? null : { text: payload };
  return isDict(payload) && Object.keys(payload).length > 0 ? payload : null;
}

/** The bot hears of words only where it is mentioned: it has no scope for other people's talk. */
async function say({ workspace, dispatch }: Scene, person: SlackPerson, channel: SlackChannel, text: string) {
  const said = toMessageText(text, nameable(person.id, workspace.channels.list()));
  const message = workspace.messages.post({
    channelId: channel.id,
    author: { id: person.id, name: person.name, bot: false },
    payload: { text: said },
  });
  workspace.changed();
  if (!said.includes(`<@${bot.id}>`) || !channel.botIn || !workspace.app.hearsEvent('app_mention')) return;
  await dispatch.tell({
    type: 'app_mention',
    user: person.id,
    text: said,
    ts: message.id,
    channel: channel.id,
    event_ts: message.id,
    team: team.id,
  });
}

import assert from 'node:assert/strict';
import { type SandboxMessage, type SandboxPlatform, until } from '../../src/sandbox/contract.ts';
import { type FilledForm, readForm } from './forms.ts';
import { findControl, wordsOf } from './seen.ts';

/** A person at their screen, on one of the sandbox's platforms, in one channel. */
export interface Actor {
  readonly id: string;
  readonly channelId: string;
  readonly platform: SandboxPlatform;
  readonly type: (text: string) => Promise<void>;
  /** The private answers to them so far, as plain words, oldest first. */
  readonly answers: () => readonly string[];
  /** What everybody sees in the channel, as plain words, oldest first. */
  readonly posts: () => readonly string[];
  /** All that they see in the channel, as the platform has it. */
  readonly messages: () => readonly SandboxMessage[];
  /** Types, and waits for the private answer to it. */
  readonly ask: (text: string) => Promise<string>;
  /**
   * Presses the control of that label on the newest message that has it, or chooses a value in it, once there is one;
   * waits for nothing else.
   */
  readonly press: (label: string, ...values: readonly string[]) => Promise<void>;
  /** Presses (or chooses a value in) it, and waits for the private answer, which may take the place of another. */
  readonly pressing: (label: string, ...values: readonly string[]) => Promise<string>;
  /** The form before them, once it is open. */
  readonly form: () => Promise<FilledForm>;
  /** Fills the open form, sends it, and waits for the private answer. */
  readonly submit: (values: Readonly<Record<string, string>>) => Promise<string>;
  /** Resolves with the first thing seen in the channel that matches. */
  readonly see: (words: RegExp) => Promise<string>;
  /** Resolves when nothing in the channel matches any more. */
  readonly seeNoMore: (words: RegExp) => Promise<unknown>;
}

/**
 * The person whose name begins so, in the channel of that name: the first one where none is given, and their own
 * conversation with the bot where it is `direct`.
 */
export function actor(platform: SandboxPlatform, name: string, channelName?: string): Actor {
  const person = platform.people.find((candidate) => candidate.name.startsWith(name));
  assert.ok(person, `nobody on ${platform.name} is called ${name}`);
  const { id } = person;
  const channelId = findChannel(platform, id, channelName);
  const messages = () => platform.messages(id, channelId);
  const words = () => messages().map(wordsOf);
  const answers = () => messages().filter(isPrivate).map(wordsOf);
  const answeredAnew = async (act: () => Promise<void>) => {
    const before = answers();
    await act();
    return until([platform], () => answers().find((words, index) => words !== '' && words !== before[index]));
  };
  const type = (text: string) => platform.type(id, channelId, text);
  const press = async (label: string, ...values: readonly string[]) => {
    const message = await until([platform], () => messages().findLast(({ payload }) => findControl(payload, label)));
    await platform.press(id, message.id, findControl(message.payload, label) ?? '', values);
  };
  return {
    id,
    channelId,
    platform,
    type,
    messages,
    answers,
    posts: () =>
      messages()
        .filter((message) => !isPrivate(message))
        .map(wordsOf),
    ask: (text) => answeredAnew(() => type(text)),
    press,
    pressing: (label, ...values) => answeredAnew(() => press(label, ...values)),
    form: async () => readForm(await until([platform], () => platform.modal(id))),
    submit: (values) => answeredAnew(() => platform.submit(id, values)),
    see: (wanted) => until([platform], () => words().find((seen) => wanted.test(seen))),
    seeNoMore: (unwanted) => until([platform], () => !words().some((seen) => unwanted.test(seen))),
  };
}

function findChannel(platform: SandboxPlatform, personId: string, name = ''): string {
  const channels = platform.channels();
  const own = channels.find(({ directWith }) => directWith === personId);
  const room = channels.find((channel) => channel.directWith === undefined && channel.name.includes(name));
  const channel = name === 'direct' ? own : room;
  assert.ok(channel, `${platform.name} has no channel ${name}`);
  return channel.id;
}

function isPrivate({ privateTo }: SandboxMessage): boolean {
  return privateTo !== undefined;
}

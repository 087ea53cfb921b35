import { EventEmitter, once } from 'node:events';
import { commands } from '../../../commands/index.ts';
import type { Invocation } from '../../../src/core/invocation.ts';
import type { Answer, Inbound, Log } from '../../../src/core/ports.ts';
import { text } from '../../../src/core/rich-text.ts';
import { type Node, view } from '../../../src/core/view.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import type { SlackOptions } from '../../../src/platforms/slack/index.ts';
import type { SlackSandbox } from '../../../src/sandbox/slack/index.ts';

/** An app that answers as a test says, and remembers what it was asked. */
export interface ScriptedInbound extends Inbound {
  readonly invocations: readonly Invocation[];
  /** Resolves once it was asked so many times. */
  readonly asked: (times: number) => Promise<void>;
  /** Replaced by a test; by default every invocation is answered privately with its operation. */
  answer: (invocation: Invocation) => Promise<Answer | null>;
  /** Replaced by a test; by default everything runs. */
  plan: Inbound['plan'];
  form: Inbound['form'];
}

export function createScriptedInbound(): ScriptedInbound {
  const invocations: Invocation[] = [];
  const waiting: { readonly times: number; readonly resolve: () => void }[] = [];
  return {
    invocations,
    asked: (times) =>
      new Promise((resolve) => {
        if (invocations.length >= times) resolve();
        else waiting.push({ times, resolve });
      }),
    answer: async ({ operation }) => privately(`did ${operation}`),
    plan: () => ({ type: 'run', visibility: 'private', inPlace: false }),
    form: async ({ operation, input }) => ({
      title: text('Add a task'),
      submit: text('Add'),
      cancel: text('Cancel'),
      press: { operation, input: { ...input, in: 'c1' } },
      fields: [
        field('title', { type: 'text', maxLength: 200, long: false }),
        field('owner', { type: 'person' }),
        field('due', { type: 'text', maxLength: 100, long: false }),
      ],
    }),
    run(invocation) {
      invocations.push(invocation);
      for (const { times, resolve } of waiting) if (invocations.length >= times) resolve();
      return this.answer(invocation);
    },
    suggest: async () => [],
    home: async (_place, accountId) => view({ type: 'text', text: text(`home of ${accountId}`) }, button('task.mine')),
  };
}

function field(name: string, input: { type: 'text'; maxLength: number; long: boolean } | { type: 'person' }) {
  return { name, label: text(name), required: name === 'title', input };
}

/** A button that runs an operation. */
export function button(operation: `${string}.${string}`, input: Readonly<Record<string, string>> = {}): Node {
  return { type: 'actions', actions: [{ type: 'button', label: text(operation), press: { operation, input } }] };
}

export function privately(words: string, ...nodes: readonly Node[]): Answer {
  return { visibility: 'private', view: view({ type: 'text', text: text(words) }, ...nodes) };
}

/** An error as the app answers it. */
export function failing(words: string, field?: string): Answer {
  return { ...privately(words), failed: true, ...(field !== undefined && { field }) };
}

export function publicly(words: string, ...nodes: readonly Node[]): Answer {
  return { ...privately(words, ...nodes), visibility: 'space' };
}

/** Everything that was logged as a warning or an error. */
interface ListeningLog {
  readonly complaints: readonly string[];
  /** Resolves when the next one with that message comes. */
  readonly untilComplaint: (message: string) => Promise<unknown>;
}

export function createListeningLog(): Log & ListeningLog {
  const complaints: string[] = [];
  const heard = new EventEmitter();
  const complain = (facts: object, message: string) => {
    complaints.push(`${message} ${JSON.stringify(facts)}`);
    heard.emit(message);
  };
  return {
    complaints,
    untilComplaint: (message) => once(heard, message),
    debug: () => {},
    info: () => {},
    warn: complain,
    error: complain,
  };
}

/** What the adapter is given to work with the sandbox by Socket Mode. */
export function socketOptions({ botToken, appToken, apiUrl }: SlackSandbox, log: Log): SlackOptions {
  return { botToken, appToken, apiUrl, commands, catalogue: createCatalogue(), log, clientPingTimeout: 300 };
}

/** A promise to be kept by hand. */
export function later<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  return Promise.withResolvers<T>();
}

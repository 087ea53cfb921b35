import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { commands } from '../../commands/index.ts';
import en from '../../locales/en.json' with { type: 'json' };
import { createApp } from '../../src/app/create-app.ts';
import type { Visibility } from '../../src/core/define.ts';
import type { Invocation, OperationName, Place, RawInput, Suggestion } from '../../src/core/invocation.ts';
import type { Log } from '../../src/core/ports.ts';
import { plain } from '../../src/core/rich-text.ts';
import type { View } from '../../src/core/view.ts';
import { createDoorkeeper } from '../../src/doorkeeper.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import type { Store } from '../../src/store/open.ts';
import { actionsOf, wordsOf } from '../views/reading.ts';
import { noon } from './members.ts';
import { openTestStore } from './store.ts';

/** What somebody was answered. */
export interface Heard {
  readonly view: View;
  readonly words: string;
  readonly visibility: Visibility;
}

/** Somebody in a place, as the app sees them: no platform between. */
export interface Speaker {
  readonly say: (operation: OperationName, input?: RawInput) => Promise<Heard>;
  /** Presses the button whose label is that message in English, or that word. */
  readonly press: (heard: Heard, key: string) => Promise<Heard>;
  readonly suggest: (operation: OperationName, focused: string, typed: string) => Promise<readonly Suggestion[]>;
}

interface Manner {
  /** An admin or manager of the platform; true unless said otherwise. */
  readonly authority?: boolean;
  readonly locale?: string;
  readonly direct?: boolean;
}

/** The app with all commands on a fresh store, where it is always noon. */
export interface Chat {
  readonly store: Store;
  readonly as: (name: string, place: Place, manner?: Manner) => Speaker;
}

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

export async function openChat(t: TestContext): Promise<Chat> {
  const store = await openTestStore(t);
  const clock = { now: () => noon };
  const unexpected: unknown[] = [];
  t.after(() => assert.deepEqual(unexpected, []));
  const app = createApp({
    commands,
    catalogue: createCatalogue(),
    door: createDoorkeeper(store, clock, () => {}),
    clock,
    log: { ...silent, error: (facts) => unexpected.push(facts) },
    defaults: { locale: 'en', zone: 'America/Chicago' },
    site: { url: 'http://localhost:3000', isPublic: false },
    describe: () => assert.fail('the platform was asked'),
  });
  let invocations = 0;

  const as: Chat['as'] = (name, place, { authority = true, locale = 'en', direct = false } = {}) => {
    const actor = { accountId: name.toUpperCase(), name, locale, authority };
    const send = async (operation: OperationName, input: RawInput, via: Invocation['via']): Promise<Heard> => {
      invocations += 1;
      const id = String(invocations);
      const answer = await app.run({
        id,
        place,
        placeName: 'general',
        direct,
        actor,
        operation,
        input,
        via,
        names: {},
      });
      assert.ok(answer);
      return { ...answer, words: wordsOf(answer.view) };
    };
    return {
      say: (operation, input = {}) => send(operation, input, 'command'),
      press: (heard, key) => {
        const label = Object.hasOwn(en, key) ? en[key as keyof typeof en] : key;
        const control = actionsOf(heard.view).find((action) => plain(action.label) === label);
        assert.ok(control?.type === 'button', `there is no button "${label}" in:\n${heard.words}`);
        return send(control.press.operation, control.press.input, 'control');
      },
      suggest: (operation, focused, typed) =>
        app.suggest({ place, actor, operation, input: { [focused]: typed }, focused, direct }),
    };
  };
  return { store, as };
}

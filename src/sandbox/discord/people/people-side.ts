import type { SandboxPlatform } from '../../contract.ts';
import type { Interactions } from '../interactions.ts';
import type { World } from '../world.ts';
import { type Commanding, createCommanding } from './commanding.ts';
import { press } from './pressing.ts';
import { submit } from './submitting.ts';
import { suggest } from './suggesting.ts';
import { getVisible, messagesFor, toSandboxChannels } from './view.ts';

/** All that people see and do. */
export type PeopleSide = Commanding &
  Pick<
    SandboxPlatform,
    'channels' | 'messages' | 'modal' | 'home' | 'openHome' | 'suggest' | 'press' | 'submit' | 'dismiss'
  >;

export function createPeopleSide(world: World, interactions: Interactions): PeopleSide {
  return {
    ...createCommanding(world, interactions, (personId, messageId) => getVisible(world, personId, messageId)),
    channels: () => toSandboxChannels(world),
    messages: (personId, channelId) => messagesFor(world, personId, channelId),
    modal: (personId) => {
      const open = interactions.modals.find(personId);
      return open && { payload: open.payload, errors: open.errors };
    },
    home: () => null,
    openHome: async () => {},
    suggest: (personId, channelId, text) => suggest(world, interactions, personId, channelId, text),
    press: async (personId, messageId, controlId, values) => {
      const message = getVisible(world, personId, messageId);
      await press(world, interactions, personId, message, controlId, values);
    },
    submit: (personId, values) => submit(world, interactions, personId, values),
    dismiss: async (personId) => interactions.modals.close(personId),
  };
}

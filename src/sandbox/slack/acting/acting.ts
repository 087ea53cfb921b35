import type { SandboxPlatform } from '../../contract.ts';
import { openHome } from './home.ts';
import { dismiss, submit } from './modal.ts';
import { press } from './press.ts';
import type { Scene } from './scene.ts';
import { suggest } from './suggest.ts';
import { type } from './type.ts';

type Acting = Pick<SandboxPlatform, 'type' | 'suggest' | 'press' | 'submit' | 'dismiss' | 'openHome'>;

/** What people do in the workspace. */
export function toActing(scene: Scene): Acting {
  return {
    type: (personId, channelId, text) => type(scene, personId, channelId, text),
    suggest: async (personId, _channelId, text) => suggest(scene.workspace, personId, text),
    press: (personId, where, actionId, values) => press(scene, personId, where, actionId, values),
    submit: (personId, values) => submit(scene, personId, values),
    dismiss: (personId) => dismiss(scene, personId),
    openHome: (personId) => openHome(scene, personId),
  };
}

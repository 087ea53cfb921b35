import type { SandboxPlatform } from '../contract.ts';
import { sees } from './channels.ts';
import { crowd, people, team } from './people.ts';
import { toApiView } from './views.ts';
import type { Workspace } from './workspace.ts';

type Seeing = Pick<SandboxPlatform, 'workspace' | 'people' | 'channels' | 'messages' | 'modal' | 'home'>;

/** What people see of the workspace. */
export function toSeeing({ channels, messages, views }: Workspace, morePeople: number): Seeing {
  return {
    workspace: { id: team.id, name: team.name },
    people: [...people, ...crowd(morePeople)],
    channels: channels.list,
    messages: (personId, channelId) => {
      const channel = channels.find(channelId);
      if (!channel || !sees(personId, channel)) return [];
      return messages.inChannel(channelId).filter((each) => (each.privateTo ?? personId) === personId);
    },
    modal: (personId) => {
      const view = views.top(personId);
      return view && { payload: toApiView(view), errors: view.errors };
    },
    home: (personId) => views.home(personId)?.payload ?? null,
  };
}

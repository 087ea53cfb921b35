import { getPerson } from '../people.ts';
import { toApiView } from '../views.ts';
import type { Scene } from './scene.ts';

/** A person opens the bot's App Home, which tells the bot so. */
export async function openHome({ workspace, dispatch }: Scene, personId: string): Promise<void> {
  const person = getPerson(personId);
  if (!workspace.app.hearsEvent('app_home_opened')) return;
  const view = workspace.views.home(person.id);
  await dispatch.tell({
    type: 'app_home_opened',
    user: person.id,
    channel: workspace.channels.findAddressed(person.id)?.id,
    tab: 'home',
    event_ts: `${workspace.now().getTime() / 1000}`,
    ...(view && { view: toApiView(view) }),
  });
}

import { findOperation } from '../core/define.ts';
import type { OperationName, Place } from '../core/invocation.ts';
import type { View } from '../core/view.ts';
import { incidentView } from '../views/help/incident.ts';
import { meet, speechFor, speechUnmet } from './meet.ts';
import type { AppParts } from './parts.ts';
import { shortId } from './short-id.ts';

/** The operations whose answers are a person's own page: for members, and before somebody is one. */
const pages: Readonly<Record<'member' | 'stranger', OperationName>> = {
  member: 'convener.next',
  stranger: 'convener.help',
};

/** The page of one person. Who opens it is recognised, not made a member by looking. */
export async function home(parts: AppParts, place: Place, accountId: string): Promise<View> {
  const actor = { accountId, name: '' };
  try {
    const caller = await meet(parts, { place, placeName: '', direct: true, actor });
    const acting = await parts.door.recognise(caller);
    const operation = findOperation(parts.commands, acting ? pages.member : pages.stranger);
    if (!operation) throw new Error('the page of a person is no operation');
    const who = acting ?? caller;
    return await operation.run({ ...who, speech: speechFor(parts, who, actor) }, {});
  } catch (err) {
    const incident = shortId();
    parts.log.error({ err, incident, platform: place.platform }, 'home failed');
    return incidentView(speechUnmet(parts, actor, parts.clock.now()).t, incident);
  }
}

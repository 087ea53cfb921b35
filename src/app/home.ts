import type { Place } from '../core/invocation.ts';
import type { View } from '../core/view.ts';
import type { Acting } from '../domain/people/acting.ts';
import type { Speech } from '../views/speech.ts';
import type { AppParts } from './create-app.ts';
import { meet, speechFor } from './meet.ts';

/** What a person's own page shows: within their coalition, or (null) before they have one. */
export type HomeOf = (acting: Acting | null, speech: Speech) => Promise<View>;

/** The page of one person, who is recognised, not made a member by looking at it. */
export async function home(parts: AppParts, place: Place, accountId: string): Promise<View> {
  const actor = { accountId, name: '' };
  const caller = await meet(parts, { place, placeName: '', direct: true, actor });
  const acting = await parts.door.recognise(caller);
  return parts.homeOf(acting, speechFor(parts, acting ?? caller, actor));
}

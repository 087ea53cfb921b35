import { findOpenSpace, loadAddresses } from '../audiences/addresses.ts';
import { type NamedSpace, toNamedSpace, withNamesakes } from '../audiences/named-space.ts';
import type { Acting } from '../people/acting.ts';
import { withPerson } from '../people/mentionable.ts';
import { hearsDirectly } from '../recipients/join-digest.ts';
import type { ReminderDetails } from './details.ts';

/** How a reminder reaches the one member it is for, as things are by now. */
export interface ReminderWay {
  /**
   * Directly, as they asked; in a space, where all can read it; or not at all, as they want nothing that others ask, or
   * as no channel where they have an account is open.
   */
  readonly to: 'direct' | 'space' | 'nobody' | 'nowhere';
  /** Where it is said, if not directly; null where no channel is left for that. */
  readonly space: NamedSpace | null;
  /** It is for whoever asks. */
  readonly own: boolean;
  /** They ask in their own conversation with the bot. */
  readonly askedDirectly: boolean;
}

type OfReminder = Pick<ReminderDetails, 'coalitionId' | 'authorId' | 'recipientId' | 'spaceId'>;

/** Null for what is for everybody. */
export async function findWay(acting: Acting, reminder: OfReminder): Promise<ReminderWay | null> {
  const { db, member, now } = acting;
  const { recipientId, authorId } = reminder;
  if (recipientId === null) return null;
  const recipient = await db.member.findUnique({ where: { id: recipientId }, include: withPerson });
  if (!recipient) return null;
  const spaceId = findOpenSpace(reminder, await loadAddresses(db, [reminder]));
  const space = spaceId && (await db.space.findUnique({ where: { id: spaceId }, include: withNamesakes }));
  const { person } = recipient;
  const isUnwanted = person.reminders === 'off' && authorId !== recipientId;
  const inSpace = space ? 'space' : 'nowhere';
  const to = isUnwanted ? 'nobody' : hearsDirectly(person, now) ? 'direct' : inSpace;
  return {
    to,
    space: space ? toNamedSpace(space) : null,
    own: recipientId === member.id,
    askedDirectly: acting.direct,
  };
}

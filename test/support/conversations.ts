import { callConversation, type NewConversation } from '../../src/domain/conversations/call.ts';
import type { Acting } from '../../src/domain/people/acting.ts';
import type { Store } from '../../src/store/open.ts';
import { actAt, inDiscord, inSlack } from './members.ts';
import { again, at } from './ticking.ts';

/** Calls a conversation on 3 March 2027 at 18:00 UTC, two days after noon. */
export async function callCircle(acting: Acting, more: Partial<NewConversation> = {}): Promise<void> {
  await callConversation(acting, { title: 'Listening circle', when: at('2027-03-03T18:00'), ...more });
}

/** Calls one that takes place every Wednesday at that hour. */
export function callSeries(acting: Acting, more: Partial<NewConversation> = {}): Promise<void> {
  return callCircle(acting, { when: again('2027-03-03T18:00', 'FREQ=WEEKLY;BYDAY=WE'), ...more });
}

/** So many members, in turns from Slack and from Discord. */
export async function gather(store: Store, count: number): Promise<readonly Acting[]> {
  const members: Acting[] = [];
  for (let index = 1; index <= count; index += 1) {
    members.push(await actAt(store, index % 2 === 1 ? inSlack : inDiscord, `Member${index}`));
  }
  return members;
}

/** Who has answered the first time of the first conversation, in the order of their answers: `Juan yes taken`. */
export async function answersIn({ db }: Pick<Store, 'db'>, occurrence = 1): Promise<string[]> {
  const rsvps = await db.rsvp.findMany({
    where: { occurrence: { number: occurrence } },
    include: { member: { include: { person: true } } },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  });
  return rsvps.map(({ member, answer, seat }) => [member.person.name, answer, seat].filter(Boolean).join(' '));
}

/** Whom letters of a kind are for, in order. */
export async function told({ db }: Pick<Store, 'db'>, letter: string): Promise<string[]> {
  const rows = await db.delivery.findMany({
    where: { letter: `conversation.${letter}` },
    include: { recipient: { include: { person: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ recipient }) => recipient?.person.name ?? 'everybody');
}

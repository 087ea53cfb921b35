import { UserError } from '../../core/errors.ts';
import type { PersonInput } from '../../core/param.ts';
import type { Mentionable } from '../../core/rich-text.ts';
import type { Conversation } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import { nextNumber } from '../numbers.ts';
import type { Acting } from '../people/acting.ts';
import { getOrAddMember } from '../people/find-member.ts';
import { findHomeSpace } from '../people/home-space.ts';
import { type MemberWithPerson, toMentionable } from '../people/mentionable.ts';
import { beginAgenda } from './agenda-order.ts';
import { type NamedBegin, toBegin } from './begin.ts';
import type { OccurrenceDetails } from './details.ts';
import { type FormatKey, formats, usualMinutes } from './formats.ts';
import { inviteFacilitator, invitePartner } from './invite.ts';
import { loadDetail } from './load.ts';
import { findTimes, type PlannedTimes, planOccurrences } from './plan-occurrences.ts';
import { askForRenewal } from './renewal.ts';
import type { OccurrenceRow } from './row.ts';

/** A conversation to be called. What is left out is as its format has it. */
export interface NewConversation extends NamedBegin {
  readonly title: string;
  /** Words, or an http(s) address. */
  readonly where?: string | undefined;
  readonly purpose?: string | undefined;
  readonly format?: FormatKey | undefined;
  /** How long it takes, in minutes. */
  readonly duration?: number | undefined;
  readonly capacity?: number | undefined;
  /** Who leads it; whoever calls it where nobody is named. */
  readonly facilitator?: PersonInput | undefined;
  /** With whom alone: then it is one-to-one. */
  readonly with?: PersonInput | undefined;
  /** What its agenda begins with, in the language of the coalition. */
  readonly questions?: readonly string[] | undefined;
}

/** A conversation as it was called. */
export interface CalledConversation {
  /** Its first time. */
  readonly first: OccurrenceDetails;
  /** Its next times, at most three. */
  readonly next: readonly Date[];
  /** How many times are planned. */
  readonly planned: number;
  /** Of a series that goes on after that: the wall-clock date up to which it is planned. */
  readonly askedAgain: string | null;
  /** With whom alone it is. */
  readonly partner: Mentionable | null;
}

/** How many of the next times are told. */
const timesTold = 3;

/**
 * Calls a conversation under the next number, plans its times, of a series those of six months, and has the card of the
 * first one posted in every space; a one-to-one only where it is called. Throws `conversation.no-space`,
 * `conversation.no-hour`, `conversation.two-rules`, `conversation.too-often`, `conversation.never`,
 * `conversation.with-several` (somebody alone, in a format that is for more), `conversation.with-oneself`,
 * `person.not-found`, `person.ambiguous`.
 */
export async function callConversation(acting: Acting, wanted: NewConversation): Promise<CalledConversation> {
  const { db, member, now } = acting;
  const spaceId = await findHomeSpace(acting);
  if (spaceId === null) throw new UserError('conversation.no-space');
  const format = toFormat(wanted);
  const begin = toBegin(wanted);
  const planned = findTimes(begin, now);
  const facilitator = await getOrAddMember(acting, wanted.facilitator ?? { type: 'me' });
  const partner = wanted.with ? await getOrAddMember(acting, wanted.with) : null;
  if (partner?.id === member.id) throw new UserError('conversation.with-oneself', {}, 'with');
  return inTransaction(db, async (tx) => {
    const conversation = await createConversation(tx, acting, wanted, {
      ...{ format, spaceId, facilitatorId: facilitator.id, plannedUntil: planned.until },
      ...begin,
    });
    await beginAgenda(tx, conversation, wanted.questions ?? []);
    const rows = await planOccurrences(tx, conversation, planned.times, 1, now);
    await askForRenewal(tx, rows, planned.goesOn, now);
    if (partner) await invitePartner(tx, acting, rows, partner.id);
    if (facilitator.id !== member.id) await inviteFacilitator(tx, acting, rows, facilitator.id);
    await audit(tx, acting, 'conversation.called', conversation.id);
    return toCalled(tx, rows, planned, partner);
  });
}

function toFormat({ format, with: partner }: NewConversation): FormatKey | null {
  if (!partner) return format ?? null;
  if (format !== undefined && format !== 'one-to-one') throw new UserError('conversation.with-several', {}, 'with');
  return 'one-to-one';
}

type Settled = Pick<
  Conversation,
  'format' | 'spaceId' | 'facilitatorId' | 'plannedUntil' | 'wall' | 'zone' | 'rule'
> & {
  readonly format: FormatKey | null;
};

async function createConversation(
  tx: ScopedTx,
  { coalition, member, now }: Acting,
  { title, purpose, where, duration, capacity }: NewConversation,
  settled: Settled,
): Promise<Conversation> {
  const usual = settled.format ? formats[settled.format] : { minutes: usualMinutes, capacity: null };
  return tx.conversation.create({
    data: {
      coalitionId: coalition.id,
      number: await nextNumber(tx, coalition.id, 'conversation'),
      title,
      purpose: purpose ?? null,
      place: where ?? null,
      minutes: duration ?? usual.minutes,
      capacity: capacity ?? usual.capacity,
      ...settled,
      authorId: member.id,
      createdAt: now,
    },
  });
}

async function toCalled(
  tx: ScopedTx,
  rows: readonly OccurrenceRow[],
  { goesOn, until }: PlannedTimes,
  partner: MemberWithPerson | null,
): Promise<CalledConversation> {
  const [first] = rows;
  if (!first) throw new Error('a conversation was called that never takes place');
  return {
    first: await loadDetail(tx, first),
    next: rows.slice(0, timesTold).map(({ startsAt }) => startsAt),
    planned: rows.length,
    askedAgain: goesOn ? until : null,
    partner: partner && toMentionable(partner.person),
  };
}

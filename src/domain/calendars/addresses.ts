import { randomBytes } from 'node:crypto';
import { UserError } from '../../core/errors.ts';
import type { OccurrenceReference } from '../../core/ids.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import { lockCoalition } from '../coalitions/lock.ts';
import type { OccurrenceDetails } from '../conversations/details.ts';
import { getOccurrence } from '../conversations/get-occurrence.ts';
import type { Acting } from '../people/acting.ts';

/** Whose calendar: that of whoever asks, over all of their coalitions, or that of this coalition. */
export const calendarOwners = ['me', 'coalition'] as const;
export type CalendarOwner = (typeof calendarOwners)[number];

/** What somebody needs to have conversations in their own calendar. */
export interface OpenedCalendar {
  readonly of: CalendarOwner;
  /** Whoever knows it reads that calendar. */
  readonly token: string;
  /** Whether they may have another one made in its place. */
  readonly renewable: boolean;
  /** Whether it has just been made in place of another. */
  readonly renewed: boolean;
  /** The conversation that they asked for, with the token of their own calendar, by which they can have it alone. */
  readonly only: { readonly occurrence: OccurrenceDetails; readonly token: string } | null;
}

/** A calendar's address for a member, which is made when it is first asked for. Throws `conversation.not-found`. */
export async function openCalendar(
  acting: Acting,
  of: CalendarOwner,
  conversation?: OccurrenceReference,
): Promise<OpenedCalendar> {
  const occurrence = conversation && (await getOccurrence(acting, conversation));
  const token = await getToken(acting, of);
  const only = occurrence ? { occurrence, token: of === 'me' ? token : await getToken(acting, 'me') } : null;
  return { of, token, renewable: mayRenew(acting, of), renewed: false, only };
}

/**
 * Makes a new address in place of all that there are, which work no more from then on: anybody their own, and organizers
 * that of the coalition. Throws `access.organizer-needed`.
 */
export async function renewCalendar(acting: Acting, of: CalendarOwner): Promise<OpenedCalendar> {
  if (!mayRenew(acting, of)) throw new UserError('access.organizer-needed');
  const token = await inTransaction(acting.db, async (tx) => {
    await lockOwner(tx, acting, of);
    await revoke(tx, acting, of);
    await audit(tx, acting, `calendar.renewed-${of}`, ownerId(acting, of));
    return create(tx, acting, of);
  });
  return { of, token, renewable: true, renewed: true, only: null };
}

function mayRenew({ member }: Acting, of: CalendarOwner): boolean {
  return of === 'me' || member.role === 'organizer';
}

async function getToken(acting: Acting, of: CalendarOwner): Promise<string> {
  const known = await findToken(acting.db, acting, of);
  if (known !== null) return known;
  return inTransaction(acting.db, async (tx) => {
    await lockOwner(tx, acting, of);
    return (await findToken(tx, acting, of)) ?? create(tx, acting, of);
  });
}

/** Two persons who turned out to be one have two addresses; the older one is told. */
async function findToken(tx: ScopedTx, { person }: Acting, of: CalendarOwner): Promise<string | null> {
  const orderBy = [{ createdAt: 'asc' }, { id: 'asc' }] as const;
  const found =
    of === 'me'
      ? await tx.personCalendar.findFirst({ where: { personId: person.id, revokedAt: null }, orderBy: [...orderBy] })
      : await tx.coalitionCalendar.findFirst({ where: { revokedAt: null }, orderBy: [...orderBy] });
  return found?.token ?? null;
}

async function create(tx: ScopedTx, { person, coalition, now }: Acting, of: CalendarOwner): Promise<string> {
  const data = { token: createToken(), createdAt: now };
  if (of === 'me') await tx.personCalendar.create({ data: { ...data, personId: person.id } });
  else await tx.coalitionCalendar.create({ data: { ...data, coalitionId: coalition.id } });
  return data.token;
}

/** 256 bits of chance, as an address can hold them. */
function createToken(): string {
  return randomBytes(32).toString('base64url');
}

async function revoke(tx: ScopedTx, { person, now }: Acting, of: CalendarOwner): Promise<void> {
  const data = { revokedAt: now };
  if (of === 'me') await tx.personCalendar.updateMany({ where: { personId: person.id, revokedAt: null }, data });
  else await tx.coalitionCalendar.updateMany({ where: { revokedAt: null }, data });
}

/** Of two who ask at once, each would make an address that the other does not know. */
async function lockOwner(tx: ScopedTx, { person, coalition }: Acting, of: CalendarOwner): Promise<void> {
  if (of === 'coalition') return lockCoalition(tx, coalition.id);
  await tx.person.updateMany({ where: { id: person.id }, data: { id: person.id } });
}

function ownerId({ person, coalition }: Acting, of: CalendarOwner): string {
  return of === 'me' ? person.id : coalition.id;
}

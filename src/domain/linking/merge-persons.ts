import type { Member, Person } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { mergeAnswers } from '../conversations/merge-answers.ts';
import { refreshCardsOfPerson } from '../deliveries/refresh-person.ts';
import { higherRole } from '../people/roles.ts';
import { moveSchedules } from '../schedules/move-zone.ts';

/** Two persons who turned out to be one. */
export interface Merger {
  readonly keptId: string;
  /** Is no more afterwards. */
  readonly mergedId: string;
  readonly now: Date;
}

/**
 * Makes two persons one: accounts, memberships and all that was done under them move to the one that is kept, whose
 * own choices hold. The cards that name them show it.
 */
export async function mergePersons(tx: DbTx, merger: Merger): Promise<void> {
  const { keptId, mergedId } = merger;
  await tx.account.updateMany({ where: { personId: mergedId }, data: { personId: keptId } });
  await tx.linkCode.updateMany({ where: { personId: mergedId }, data: { personId: keptId } });
  await tx.personCalendar.updateMany({ where: { personId: mergedId }, data: { personId: keptId } });
  const memberships = await tx.member.findMany({ where: { personId: mergedId } });
  for (const membership of memberships) await moveMembership(tx, membership, merger);
  await takeChoices(tx, merger);
  await joinClocks(tx, merger);
  await tx.person.delete({ where: { id: mergedId } });
  await refreshCardsOfPerson(tx, keptId, merger.now);
}

/** A membership of the same coalition is joined with it, so that each person has one. */
async function moveMembership(tx: DbTx, merged: Member, { keptId, now }: Merger): Promise<void> {
  const { coalitionId } = merged;
  const kept = await tx.member.findUnique({
    where: { coalitionId_personId: { coalitionId, personId: keptId } },
  });
  if (!kept) {
    await tx.member.update({ where: { id: merged.id }, data: { personId: keptId } });
    return;
  }
  await moveDeeds(tx, merged.id, kept.id);
  await mergeAnswers(tx, { coalitionId, from: merged.id, to: kept.id }, now);
  await tx.member.update({ where: { id: kept.id }, data: joinMemberships(kept, merged) });
  await tx.member.delete({ where: { id: merged.id } });
}

async function moveDeeds(tx: DbTx, from: string, to: string): Promise<void> {
  await tx.task.updateMany({ where: { ownerId: from }, data: { ownerId: to } });
  await tx.task.updateMany({ where: { authorId: from }, data: { authorId: to } });
  await tx.task.updateMany({ where: { finisherId: from }, data: { finisherId: to } });
  await tx.reminder.updateMany({ where: { authorId: from }, data: { authorId: to } });
  await tx.reminder.updateMany({ where: { recipientId: from }, data: { recipientId: to } });
  await tx.schedule.updateMany({ where: { recipientId: from }, data: { recipientId: to } });
  await tx.delivery.updateMany({ where: { recipientId: from }, data: { recipientId: to } });
  await tx.audit.updateMany({ where: { memberId: from }, data: { memberId: to } });
  await tx.inviteCode.updateMany({ where: { createdById: from }, data: { createdById: to } });
}

/** The higher role and the longer time of the two; a membership that ended gives no role and ends nothing. */
function joinMemberships(kept: Member, merged: Member) {
  const roles = [kept, merged].filter(({ leftAt }) => leftAt === null).map(({ role }) => role);
  return {
    role: higherRole(roles[0] ?? 'member', roles[1] ?? 'member'),
    sector: kept.sector ?? merged.sector,
    area: kept.area ?? merged.area,
    joinedAt: earlier(kept.joinedAt, merged.joinedAt),
    leftAt: kept.leftAt && merged.leftAt,
  };
}

function earlier(one: Date, other: Date): Date {
  return new Date(Math.min(one.getTime(), other.getTime()));
}

async function takeChoices(tx: DbTx, { keptId, mergedId }: Merger): Promise<void> {
  const kept = await tx.person.findUniqueOrThrow({ where: { id: keptId } });
  const merged = await tx.person.findUniqueOrThrow({ where: { id: mergedId } });
  await tx.person.update({ where: { id: keptId }, data: joinChoices(kept, merged) });
}

/** What was meant in the time of either goes by the clock of the one person they are, where that is known. */
async function joinClocks(tx: DbTx, { keptId, mergedId, now }: Merger): Promise<void> {
  await tx.schedule.updateMany({
    where: { zoneOf: 'person', zoneOwnerId: mergedId },
    data: { zoneOwnerId: keptId },
  });
  const { zone } = await tx.person.findUniqueOrThrow({ where: { id: keptId } });
  if (zone !== null) await moveSchedules(tx, { type: 'person', ids: [keptId] }, zone, now);
}

/** Quiet hours go together, reminders `here` are what nobody has chosen, and whoever is away stays so until the later end. */
function joinChoices(kept: Person, merged: Person) {
  const { quietFrom, quietTo } = kept.quietFrom === null ? merged : kept;
  return {
    zone: kept.zone ?? merged.zone,
    locale: kept.locale ?? merged.locale,
    reminders: kept.reminders === 'here' ? merged.reminders : kept.reminders,
    quietFrom,
    quietTo,
    dailyBudget: kept.dailyBudget ?? merged.dailyBudget,
    awayUntil: later(kept.awayUntil, merged.awayUntil),
  };
}

/** Of two wall-clock dates or dates and times, which sort by their letters. */
function later(one: string | null, other: string | null): string | null {
  return (one ?? '') > (other ?? '') ? one : other;
}

import assert from 'node:assert/strict';
import { type ErrorCode, UserError } from '../../src/core/errors.ts';
import type { Place } from '../../src/core/invocation.ts';
import { createCoalition } from '../../src/domain/coalitions/create-coalition.ts';
import { enterCoalition, findSpace, getActing } from '../../src/domain/coalitions/enter.ts';
import { inviteChannel } from '../../src/domain/coalitions/invite.ts';
import { linkSpace } from '../../src/domain/coalitions/link-space.ts';
import type { Acting, Caller } from '../../src/domain/people/acting.ts';
import { identify } from '../../src/domain/people/identify.ts';
import type { Space } from '../../src/store/generated/sqlite/client.ts';
import type { Store } from '../../src/store/open.ts';

/** When everything happens, unless a test says otherwise. */
export const noon = new Date('2027-03-01T12:00:00Z');

export const inSlack: Place = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };
export const inDiscord: Place = { platform: 'discord', workspaceId: '900', channelId: '901' };
export const elsewhere: Place = { platform: 'slack', workspaceId: 'T2', channelId: 'C9' };

interface Circumstances {
  readonly now?: Date;
  readonly direct?: boolean;
}

/** Somebody who does something in a place. Their account's id is their name in capitals. */
export async function callAt(store: Store, place: Place, name: string, when: Circumstances = {}): Promise<Caller> {
  const { now = noon, direct = false } = when;
  const { db } = store;
  const { person, account } = await identify(db, { place, accountId: name.toUpperCase(), name }, now);
  return { db, person, account, place, placeName: 'general', direct, space: await findSpace(db, place), now };
}

/** The same as a member of the coalition that meets there. */
export async function actAt(store: Store, place: Place, name: string, when: Circumstances = {}): Promise<Acting> {
  return enterCoalition(await getActing(store.db, store.inCoalition, await callAt(store, place, name, when)));
}

/** A coalition that meets in a place, with its first organizer. */
export async function foundCoalition(store: Store, place: Place, founder = 'Maria', name = 'Neighbours') {
  await createCoalition(await callAt(store, place, founder), { name, zone: 'America/Chicago', locale: 'en' });
  return actAt(store, place, founder);
}

/** Links another place to the coalition of an organizer, and returns who linked it as a member. */
export async function linkPlace(store: Store, organizer: Acting, place: Place, by: string): Promise<Acting> {
  const { code } = await inviteChannel(organizer);
  await linkSpace(await callAt(store, place, by), code);
  return actAt(store, place, by);
}

/** One coalition in Slack, where Maria is its organizer, and in Discord, where Juan is a member. */
export async function foundOnBoth(store: Store): Promise<{ maria: Acting; juan: Acting }> {
  const maria = await foundCoalition(store, inSlack);
  const juan = await linkPlace(store, maria, inDiscord, 'Juan');
  return { maria, juan };
}

/** Gives somebody an account in Discord as well. */
export async function alsoInDiscord({ db }: Store, { person, account: { name } }: Acting): Promise<void> {
  const address = { platform: 'discord', workspaceId: '', accountId: '1213168877568000099' } as const;
  await db.account.create({ data: { ...address, personId: person.id, name, createdAt: noon } });
}

/** The space in which somebody acts. */
export function spaceOf({ space }: Pick<Acting, 'space'>): Space {
  assert.ok(space);
  return space;
}

/** The work fails with exactly this error. */
export async function refuses(code: ErrorCode, work: Promise<unknown>): Promise<void> {
  await assert.rejects(work, (error) => {
    assert.ok(error instanceof UserError, String(error));
    assert.equal(error.code, code);
    return true;
  });
}

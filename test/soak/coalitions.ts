import { createCoalition } from '../../src/domain/coalitions/create-coalition.ts';
import { enterCoalition, findSpace, getActing } from '../../src/domain/coalitions/enter.ts';
import { inviteChannel } from '../../src/domain/coalitions/invite.ts';
import { linkSpace } from '../../src/domain/coalitions/link-space.ts';
import type { Acting, Caller } from '../../src/domain/people/acting.ts';
import { identify } from '../../src/domain/people/identify.ts';
import type { SandboxPlatform } from '../../src/sandbox/contract.ts';
import type { Store } from '../../src/store/open.ts';
import type { Clock } from '../../src/time/clock.ts';
import { actor } from '../support/acting.ts';
import { direct } from './direct.ts';

/** Somebody in a channel, acting now. */
export type ActNow = () => Promise<Acting>;

interface Grounds {
  readonly store: Store;
  readonly clock: Clock;
  readonly slack: SandboxPlatform;
  readonly discord: SandboxPlatform;
}

/** Two coalitions that meet in all channels of both platforms; of each, somebody in each of its channels. */
export async function foundCoalitions({ store, clock, slack, discord }: Grounds): Promise<readonly ActNow[][]> {
  const call = async (platform: SandboxPlatform, name: string, channel: string): Promise<Caller> => {
    const { id, channelId } = actor(platform, name, channel);
    const place = { platform: platform.name, workspaceId: platform.workspace.id, channelId };
    const now = clock.now();
    const { person, account } = await identify(store.db, { place, accountId: id, name }, now);
    const space = await findSpace(store.db, place);
    return { db: store.db, person, account, place, placeName: channel, direct: false, space, now };
  };
  type Seat = Parameters<typeof call>;
  const found = async (name: string, [founder, ...others]: readonly [Seat, ...Seat[]]): Promise<ActNow[]> => {
    await createCoalition(await call(...founder), { name, zone: 'UTC', locale: 'en' });
    const act = (seat: Seat) => async () =>
      enterCoalition(await getActing(store.db, store.inCoalition, await call(...seat)));
    const { code } = await inviteChannel(await act(founder)());
    for (const seat of others) await linkSpace(await call(...seat), code);
    return [founder, ...others].map(act);
  };
  const riverside = await found('Riverside', [
    [slack, 'Maria', 'general'],
    [slack, 'Sam', 'random'],
    [discord, 'Kai', 'general'],
  ]);
  const hillside = await found('Hillside', [
    [discord, 'Luz', 'projects'],
    [discord, 'Noor', 'adults-only'],
    [slack, 'Aisha', 'compassionate-city'],
  ]);
  await store.db.person.updateMany({
    where: { name: { in: direct.map(({ name }) => name) } },
    data: { reminders: 'dm' },
  });
  return [riverside, hillside];
}

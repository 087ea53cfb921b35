import type { TestContext } from 'node:test';
import type { Inbound } from '../../src/core/ports.ts';
import { view } from '../../src/core/view.ts';
import { createCoalition } from '../../src/domain/coalitions/create-coalition.ts';
import { enterCoalition, findSpace, getActing } from '../../src/domain/coalitions/enter.ts';
import { inviteChannel } from '../../src/domain/coalitions/invite.ts';
import { linkSpace } from '../../src/domain/coalitions/link-space.ts';
import { claimDeliveries } from '../../src/domain/deliveries/claim.ts';
import type { Acting, Caller } from '../../src/domain/people/acting.ts';
import { identify } from '../../src/domain/people/identify.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import { type Pace, unpaced } from '../../src/outbox/pace.ts';
import type { OutboxParts } from '../../src/outbox/parts.ts';
import { createDiscordPlatform } from '../../src/platforms/discord/index.ts';
import { createSlackPlatform } from '../../src/platforms/slack/index.ts';
import { toManifest } from '../../src/platforms/slack/manifest.ts';
import type { SandboxPlatform } from '../../src/sandbox/contract.ts';
import { createDiscordSandbox } from '../../src/sandbox/discord/index.ts';
import { createSlackSandbox } from '../../src/sandbox/slack/index.ts';
import type { Delivery, Prisma } from '../../src/store/generated/sqlite/client.ts';
import { createAdjustableClock } from '../../src/time/clock.ts';
import { actor } from './acting.ts';
import { silence } from './silence.ts';
import { openTestStore } from './store.ts';

const nobody: Inbound = {
  plan: () => ({ type: 'run', visibility: 'private', inPlace: false }),
  form: () => Promise.reject(new Error('nothing is asked for')),
  run: async () => null,
  suggest: async () => [],
  home: async () => view(),
};

/** How long a delivery is in hand, in milliseconds. */
export const leaseMs = 60_000;

export type Sending = Awaited<ReturnType<typeof startSending>>;

/**
 * Both platforms by their real SDKs, one coalition on both with Maria and Sam in Slack and Kai in Discord, and the hand
 * of an outbox that is moved by the test. It waits for no platform's pace unless given one. It is noon of the first of
 * March 2027 in UTC.
 */
export async function startSending(t: TestContext, { pace = unpaced }: { readonly pace?: Pace } = {}) {
  const clock = createAdjustableClock();
  clock.moveTo(new Date('2027-03-01T12:00:00Z'));
  const catalogue = createCatalogue();
  const store = await openTestStore(t);
  // Undone in reverse: the bot's half, then the platforms.
  const undo = new AsyncDisposableStack();
  t.after(() => undo.disposeAsync());
  const slack = await createSlackSandbox({ now: clock.now });
  undo.defer(slack.close);
  slack.installManifest(toManifest([], catalogue));
  const discord = await createDiscordSandbox({ now: clock.now });
  undo.defer(discord.close);
  // Nobody says anything here, so there is nothing to be said.
  const common = { commands: [], catalogue, log: silence };
  const platforms = [
    createSlackPlatform({ ...common, botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl }),
    createDiscordPlatform({
      ...common,
      token: discord.token,
      applicationId: discord.applicationId,
      apiUrl: discord.apiUrl,
    }),
  ];
  for (const platform of platforms) {
    await platform.start(nobody);
    undo.defer(platform.stop);
  }
  const parts: OutboxParts = { store, platforms, catalogue, clock, pace, worker: 'w', log: silence };

  const callAs = async (sandbox: SandboxPlatform, name: string, channel?: string): Promise<Caller> => {
    const { id, channelId } = actor(sandbox, name, channel);
    const place = { platform: sandbox.name, workspaceId: sandbox.workspace.id, channelId };
    const now = clock.now();
    const { person, account } = await identify(store.db, { place, accountId: id, name }, now);
    const space = await findSpace(store.db, place);
    return { db: store.db, person, account, place, placeName: 'general', direct: false, space, now };
  };
  const actAs = async (sandbox: SandboxPlatform, name: string, channel?: string): Promise<Acting> =>
    enterCoalition(await getActing(store.db, store.inCoalition, await callAs(sandbox, name, channel)));

  await createCoalition(await callAs(slack, 'Maria'), { name: 'Riverside', zone: 'UTC', locale: 'en' });
  const maria = await actAs(slack, 'Maria');
  const { code } = await inviteChannel(maria);
  await linkSpace(await callAs(discord, 'Kai'), code);
  const sam = await actAs(slack, 'Sam');
  const kai = await actAs(discord, 'Kai');

  /** Another coalition, of that name, which meets in another channel of Slack: the one of Maria, and Sam is in it. */
  const foundAnother = async (name: string, channel: string) => {
    await createCoalition(await callAs(slack, 'Maria', channel), { name, zone: 'UTC', locale: 'en' });
    return { maria: await actAs(slack, 'Maria', channel), sam: await actAs(slack, 'Sam', channel) };
  };

  /** Takes what is due and says it, until nothing is left to take. */
  const drain = async (): Promise<void> => {
    const taken = await claimDeliveries(store.db, { now: clock.now(), limit: 20, leaseMs, worker: 'w' });
    await Promise.all(taken.map((delivery) => deliver(parts, delivery)));
    if (taken.length > 0) await drain();
  };
  return { store, slack, discord, clock, parts, maria, sam, kai, foundAnother, drain };
}

interface Wish {
  readonly text: string;
  /** Who wants it; Maria where not given. */
  readonly by?: Acting;
  /** Null: everybody. */
  readonly to: Acting | null;
  readonly at?: Date;
}

/** A reminder whose time has come, and its delivery as a schedule causes it. */
export async function remind(
  { store, clock, maria }: Pick<Sending, 'store' | 'clock' | 'maria'>,
  { text, by = maria, to, at = clock.now() }: Wish,
  more: Partial<Prisma.DeliveryUncheckedCreateInput> = {},
): Promise<Delivery> {
  const coalitionId = maria.coalition.id;
  const spaceId = (to ?? by).space?.id ?? '';
  const recipientId = to?.member.id ?? null;
  const number = (await store.db.reminder.count()) + 1;
  const { id: subjectId } = await store.db.reminder.create({
    data: { coalitionId, number, text, authorId: by.member.id, recipientId, spaceId, createdAt: at },
  });
  return store.db.delivery.create({
    data: {
      ...{ coalitionId, spaceId, recipientId, subjectId },
      letter: 'reminder.due',
      data: {},
      dueAt: at,
      occurrenceAt: at,
      expiresAt: new Date(at.getTime() + 7 * 24 * 60 * 60_000),
      createdAt: at,
      urgent: to === null || by.member.id === to.member.id,
      ...more,
    },
  });
}

/** What became of a delivery. */
export function fateOf({ store }: Sending, { id }: Pick<Delivery, 'id'>): Promise<Delivery> {
  return store.db.delivery.findUniqueOrThrow({ where: { id } });
}

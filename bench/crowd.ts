import { type SandboxMessage, type SandboxPlatform, until } from '../src/sandbox/contract.ts';
import { ask, toPost } from './person.ts';

/** The card of a conversation with its three buttons, as it stands in a channel of a platform. */
export interface StandingCard {
  readonly platform: SandboxPlatform;
  readonly channelId: string;
  /** As it is by now. */
  readonly look: () => string;
  /** Somebody presses its "Yes"; resolves with how long they waited for their private answer, in milliseconds. */
  readonly pressYes: (personId: string) => Promise<number>;
}

/** A coalition that meets on both platforms, and the cards of a conversation with so many seats. */
export async function callForCrowd(
  slack: SandboxPlatform,
  discord: SandboxPlatform,
  capacity: number,
): Promise<readonly StandingCard[]> {
  const maria = toPost(slack, 'Maria', 'general');
  const luz = toPost(discord, 'Luz', 'general');
  await ask(maria, '/coalition create Riverside timezone:UTC locale:en');
  const [code] = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await ask(maria, '/coalition invite')) ?? [];
  await ask(luz, `/coalition link code:${code}`);
  await ask(maria, `/convene new Assembly when:in 200 hours capacity:${capacity}`);
  return Promise.all([maria, luz].map(({ platform, channelId }) => findCard(platform, channelId)));
}

/** How long anybody waits for anything here, in milliseconds. */
const patience = 120_000;

async function findCard(platform: SandboxPlatform, channelId: string): Promise<StandingCard> {
  const [somebody] = platform.people;
  const isCard = ({ payload, privateTo }: SandboxMessage) =>
    privateTo === undefined && JSON.stringify(payload).includes('answer=yes');
  const find = () => platform.messages(somebody?.id ?? '', channelId).find(isCard);
  const { id } = await until([platform], find, patience);
  const look = () => JSON.stringify(find()?.payload);
  const control = /"((?:convene\.rsvp)\?[^"]*answer=yes[^"]*)"/.exec(look())?.[1] ?? '';
  return {
    platform,
    channelId,
    look,
    pressYes: async (personId) => {
      const startedAt = performance.now();
      const isAnswer = ({ privateTo }: SandboxMessage) => privateTo === personId;
      const answered = () => platform.messages(personId, channelId).some(isAnswer) && performance.now();
      await platform.press(personId, id, control);
      return (await until([platform], answered, patience)) - startedAt;
    },
  };
}

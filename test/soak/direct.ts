import { reopenAllDirect } from '../../src/domain/people/direct.ts';
import type { DiscordSandbox } from '../../src/sandbox/discord/index.ts';
import type { SlackSandbox } from '../../src/sandbox/slack/index.ts';
import type { Db } from '../../src/store/scope.ts';
import { actor } from '../support/acting.ts';

/** Who wants to be reminded directly, and on which platform they are. */
export const direct = [
  { name: 'Kai', platform: 'discord' },
  { name: 'Aisha', platform: 'slack' },
] as const;

interface Grounds {
  readonly db: Db;
  readonly slack: SlackSandbox;
  readonly discord: DiscordSandbox;
}

/** Each of them closes their conversation with the bot to it, or opens it and wants to hear there again. */
export async function turnDirect({ db, ...platforms }: Grounds, isOpen: () => boolean): Promise<void> {
  for (const { name, platform } of direct) {
    const open = isOpen();
    platforms[platform].setDirectMessages(actor(platforms[platform], name).id, open);
    const person = await db.person.findFirstOrThrow({ where: { name } });
    if (open) await reopenAllDirect(db, person);
  }
}

import { type SandboxPlatform, until } from './contract.ts';

/** Both platforms, and the words of what is typed, from the locales. */
interface Stage {
  readonly slack: SandboxPlatform;
  readonly discord: SandboxPlatform;
  readonly t: (key: DemoLine) => string;
}

/** What people say on the way; the locales have it under `demo.`, so that the demo speaks its audience's language. */
export type DemoLine =
  `demo.${'create' | 'circle' | 'circle.agenda' | 'food-bank' | 'flyer' | 'hall' | 'translate' | 'chairs'}`;

/** Who types what where, after the coalition stands. People and channels are named as the sandbox has them. */
const scenes: readonly { readonly on: 'slack' | 'discord'; readonly by: string; readonly line: DemoLine }[] = [
  { on: 'slack', by: 'Sam', line: 'demo.circle' },
  { on: 'slack', by: 'Sam', line: 'demo.food-bank' },
  { on: 'discord', by: 'Kai', line: 'demo.flyer' },
  { on: 'slack', by: 'Aisha', line: 'demo.hall' },
  { on: 'discord', by: 'Noor', line: 'demo.translate' },
  { on: 'discord', by: 'Dani', line: 'demo.circle.agenda' },
];

/** Who says what to the conversation. */
const answers = [
  { on: 'slack', by: 'Aisha', answer: 'yes' },
  { on: 'discord', by: 'Kai', answer: 'yes' },
  { on: 'discord', by: 'Noor', answer: 'maybe' },
  { on: 'slack', by: 'Ruth', answer: 'yes' },
] as const;

/** A coalition at work: made on Slack, joined from Discord, with a conversation and tasks from both. All of it typed, as people would. */
export async function playDemo({ slack, discord, t }: Stage): Promise<void> {
  const stage = { slack, discord };
  await say(slack, 'Maria', t('demo.create'));
  await say(slack, 'Maria', '/coalition invite');
  const code = await until([slack], () => findCode(slack, personOf(slack, 'Maria')));
  await say(discord, 'Luz', `/coalition link code:${code}`);
  for (const { on, by, line } of scenes) await say(stage[on], by, t(line));
  for (const { on, by, answer } of answers) {
    await say(stage[on], by, `/convene rsvp conversation:C-1 answer:${answer}`);
  }
  await say(discord, 'Luz', '/task done task:T-3');
  await say(slack, 'Maria', t('demo.chairs'));
}

async function say(platform: SandboxPlatform, name: string, line: string): Promise<void> {
  await platform.type(personOf(platform, name), roomOf(platform), line);
}

function personOf({ people }: SandboxPlatform, name: string): string {
  const person = people.find((candidate) => candidate.name.startsWith(name));
  if (!person) throw new Error(`nobody in the sandbox is called ${name}`);
  return person.id;
}

function roomOf(platform: SandboxPlatform): string {
  const [room] = platform.channels().filter(({ directWith }) => directWith === undefined);
  if (!room) throw new Error('the sandbox has no channel');
  return room.id;
}

/** The invitation code in the private answer to it. */
function findCode(platform: SandboxPlatform, personId: string): string | undefined {
  const answers = platform.messages(personId, roomOf(platform)).filter(({ privateTo }) => privateTo === personId);
  return /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(JSON.stringify(answers.at(-1)?.payload))?.[0];
}

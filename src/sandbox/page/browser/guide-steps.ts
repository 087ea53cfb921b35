import type { Side } from '../state.ts';
import type { PageWord } from '../words.ts';
import type { PlatformName } from './live.ts';
import { say } from './words.ts';

/** One thing to try, as a command ready to be sent on a platform. */
export interface Step {
  readonly platform: PlatformName;
  readonly label: PageWord;
  readonly command: string;
  readonly done: boolean;
}

type Sides = Readonly<Partial<Record<PlatformName, Side>>>;

/**
 * From nothing to one coalition on both platforms and a first task. `typed` are the lines sent so far, as `slack /…`;
 * where both sides show a task already, as in the demo, all but finishing one is done.
 */
export function toSteps(sides: Sides, typed: readonly string[]): readonly Step[] {
  const steps = [
    { platform: 'slack', label: 'guide.create', says: '/coalition create', command: say('guide.create.command') },
    { platform: 'slack', label: 'guide.invite', says: '/coalition invite', command: '/coalition invite' },
    {
      platform: 'discord',
      label: 'guide.link',
      says: '/coalition link',
      command: `/coalition link code:${findCode(sides)}`,
    },
    { platform: 'slack', label: 'guide.add', says: '/task add', command: say('guide.add.command') },
    {
      platform: 'discord',
      label: 'guide.finish',
      says: '/task done',
      command: `/task done task:${findTask(sides, 'discord')}`,
    },
  ] as const;
  const linked = findTask(sides, 'slack') !== '' && findTask(sides, 'discord') !== '';
  return steps.map(({ says, ...step }) => ({
    ...step,
    done:
      typed.some((line) => line.startsWith(`${step.platform} ${says}`)) || (linked && step.label !== 'guide.finish'),
  }));
}

/** The last task that a side shows. */
function findTask(sides: Sides, platform: PlatformName): string {
  return lastMatch(sides[platform], /\bT-\d+\b/g);
}

/** The last code that the bot has shown to this person on Slack, to be linked on Discord. */
function findCode({ slack }: Sides): string {
  return lastMatch(slack, /\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b/g);
}

function lastMatch(side: Side | undefined, pattern: RegExp): string {
  const posts = side?.messages.filter(({ author }) => author.bot).map(({ payload }) => JSON.stringify(payload)) ?? [];
  return posts.join('\n').match(pattern)?.at(-1) ?? '';
}

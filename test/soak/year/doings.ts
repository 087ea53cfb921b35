import type { OperationName, RawInput } from '../../../src/core/invocation.ts';
import { type Name, toAccountId, type YearCoalition } from './coalition.ts';
import { toInstant } from './wall-clock.ts';

/** Says something in a coalition's channel of the platform where they have their account; resolves with the answer. */
export type Say = (coalition: YearCoalition, name: Name, operation: OperationName, input?: RawInput) => Promise<string>;

/** What people of a coalition do at a moment, in milliseconds since the epoch. */
export interface Doing {
  readonly at: number;
  readonly work: (say: Say) => Promise<void>;
}

/** They come together, say who they are, and what they want to hear of again and again. */
export async function foundCoalition(say: Say, coalition: YearCoalition): Promise<void> {
  const { index, zone, locale, weekday, hour, nightly, quiet, direct } = coalition;
  const as = (name: Name) => (operation: OperationName, input?: RawInput) => say(coalition, name, operation, input);
  const [maria, sam, kai] = [as('MARIA'), as('SAM'), as('KAI')];
  await maria('coalition.create', { name: `Coalition ${index}`, timezone: zone, locale });
  const [code = ''] = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(await maria('coalition.invite')) ?? [];
  await kai('coalition.link', { code });
  await sam('coalition.join');
  if (direct) await kai('profile.set', { reminders: 'dm' });
  if (quiet) await sam('profile.set', { quiet: '22:00-07:00' });
  const remind = (who: typeof maria, text: string, when: string, to: string) =>
    who('reminder.add', { text: `${text} ${index}`, when, to });
  await remind(maria, 'weekly', `every ${weekdays[weekday - 1]} ${hour}`, 'here');
  await remind(kai, 'friday', 'monthly on the last friday 12:30', 'me');
  if (nightly) await remind(maria, 'nightly', `every day ${nightly}`, 'here');
  if (quiet) await remind(maria, 'sunday', 'monthly on the first sunday 6:00', `<@${toAccountId('SAM', coalition)}>`);
  await maria('task.add', { title: `chore ${index}`, owner: 'me', repeat: 'every month on the 20th' });
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What they do in a month, as `2027-03`: Maria wants to be reminded of something once, and does her chore. */
export function doingsOf(coalition: YearCoalition, month: string): readonly Doing[] {
  const { index, zone } = coalition;
  const remind: Doing['work'] = async (say) => {
    const when = toOnce(coalition, month).replace('T', ' ');
    await say(coalition, 'MARIA', 'reminder.add', { text: `once ${index}-${Number(month.slice(5))}`, when });
  };
  return [
    { at: Date.parse(`${month}-0${2 + (index % 8)}T12:07Z`), work: remind },
    {
      at: toInstant(toDone(coalition, month), zone),
      work: async (say) => void (await say(coalition, 'MARIA', 'task.done', { task: 'T-1' })),
    },
  ];
}

/** The wall-clock time of that month's reminder that comes once. */
export function toOnce({ index, hour }: YearCoalition, month: string): string {
  return `${month}-${12 + (index % 15)}T${hour}`;
}

/** The wall-clock time at which that month's chore is done. */
export function toDone({ choreDoneOn }: YearCoalition, month: string): string {
  return `${month}-${choreDoneOn}T15:00`;
}

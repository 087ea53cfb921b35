import type { AddresseeInput } from '../../src/core/param.ts';
import type { Acting } from '../../src/domain/people/acting.ts';
import { addReminder } from '../../src/domain/reminders/add-reminder.ts';
import { addTask } from '../../src/domain/tasks/add-task.ts';
import { finishTask } from '../../src/domain/tasks/finish-task.ts';
import { again, at } from '../support/ticking.ts';
import type { Chance } from './chance.ts';
import type { ActNow } from './coalitions.ts';

/** What people do all the while, by the domain's own functions. */
export interface Work {
  /** Adds and finishes tasks, which both platforms hear of, and reminders that are due within the next two minutes. */
  readonly goOn: () => Promise<void>;
  /** The reminders so far: their words, of which no two are the same, and how often each comes. */
  readonly reminders: readonly { readonly text: string; readonly times: number }[];
}

/** How often a recurring reminder comes, an hour apart. */
const recurrences = 6;

export function startWork(coalitions: readonly ActNow[][], chance: Chance): Work {
  const reminders: { text: string; times: number }[] = [];
  const open = coalitions.map((): number[] => []);

  const remind = async (acting: Acting, to: AddresseeInput, recurring: boolean) => {
    const text = `Reminder ${String(reminders.length + 1).padStart(5, '0')} of this soak`;
    const wall = wallIn(acting.now, recurring ? 61 : chance.between(1, 2));
    const when = recurring ? again(wall, `FREQ=HOURLY;COUNT=${recurrences}`) : at(wall);
    await addReminder(acting, { text, when, to });
    reminders.push({ text, times: recurring ? recurrences : 1 });
  };
  const goOnIn = async (members: readonly ActNow[], openTasks: number[]) => {
    const [first, ...others] = await Promise.all(members.map((act) => act()));
    if (!first) return;
    for (const acting of [first, ...others]) {
      await remind(acting, { type: 'here' }, chance.oneIn(20));
      await remind(acting, { type: 'me' }, false);
    }
    // Not urgent: held back once they have heard enough that day, and then said together.
    if (chance.oneIn(5)) for (const acting of others) await remind(first, toPerson(acting), false);
    const done = openTasks.shift();
    if (done !== undefined) await finishTask(first, done);
    const { number } = await addTask(first, { title: 'Call the food bank', owner: { type: 'me' } });
    openTasks.push(number);
  };
  return {
    reminders,
    goOn: async () => {
      for (const [index, members] of coalitions.entries()) await goOnIn(members, open[index] ?? []);
    },
  };
}

function toPerson({ person }: Acting): AddresseeInput {
  return { type: 'name', name: person.name };
}

function wallIn(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
}

import { formatReference, parseReference } from '../../core/ids.ts';
import type { Suggestion } from '../../core/invocation.ts';
import type { TaskStatus } from '../../store/generated/sqlite/client.ts';
import type { Acting } from '../people/acting.ts';
import { foldName } from '../people/names.ts';

/** How many are offered (Discord takes 25), how long their labels may be, and among how many they are looked for. */
const limits = { offered: 25, label: 100, searched: 500 };

interface Numbered {
  readonly number: number;
  readonly title: string;
}

/** The newest tasks of these statuses whose number or words are being typed: `T-12 Call the food bank`. */
export async function suggestTasks(
  { db }: Acting,
  typed: string,
  statuses: readonly TaskStatus[],
): Promise<readonly Suggestion[]> {
  const tasks = await db.task.findMany({
    where: { status: { in: [...statuses] } },
    orderBy: { number: 'desc' },
    take: limits.searched,
    select: { number: true, title: true },
  });
  return suggest('task', tasks, typed);
}

/** The newest goals whose number or words are being typed. */
export async function suggestGoals({ db }: Acting, typed: string): Promise<readonly Suggestion[]> {
  const goals = await db.goal.findMany({ orderBy: { number: 'desc' }, take: limits.searched });
  return suggest('goal', goals, typed);
}

function suggest(kind: 'task' | 'goal', things: readonly Numbered[], typed: string): Suggestion[] {
  const words = foldName(typed);
  const digits = String(parseReference(kind, typed) ?? '');
  const fits = ({ number, title }: Numbered) =>
    foldName(`${formatReference(kind, number)} ${title}`).includes(words) ||
    (digits !== '' && String(number).startsWith(digits));
  return things
    .filter(fits)
    .slice(0, limits.offered)
    .map((thing) => toSuggestion(kind, thing));
}

function toSuggestion(kind: 'task' | 'goal', { number, title }: Numbered): Suggestion {
  const value = formatReference(kind, number);
  const letters = [...`${value} ${title}`];
  return {
    label: letters.length > limits.label ? `${letters.slice(0, limits.label - 1).join('')}…` : letters.join(''),
    value,
  };
}

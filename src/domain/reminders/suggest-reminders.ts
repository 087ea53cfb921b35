import { cut } from '../../core/cut.ts';
import { formatReference, parseReference } from '../../core/ids.ts';
import type { Suggestion } from '../../core/invocation.ts';
import type { Acting } from '../people/acting.ts';
import { foldName, matchNames } from '../people/names.ts';
import { concerning } from './list-reminders.ts';

/** How many are offered (Discord takes 25), how long their labels may be, and among how many they are looked for. */
const limits = { offered: 25, label: 100, searched: 500 };

/** The newest reminders that concern a member, whose number or words are being typed: active ones, or all. */
export async function suggestReminders(
  acting: Acting,
  typed: string,
  which: 'active' | 'all' = 'active',
): Promise<readonly Suggestion[]> {
  const reminders = await acting.db.reminder.findMany({
    where: { ...(which === 'active' && { state: 'active' }), ...concerning(acting) },
    orderBy: { number: 'desc' },
    take: limits.searched,
    select: { number: true, text: true },
  });
  const digits = String(parseReference('reminder', typed) ?? '');
  return reminders
    .map(({ number, text }) => ({ number, value: formatReference('reminder', number), text }))
    .filter(({ number, value, text }) => {
      const isNumber = digits !== '' && String(number).startsWith(digits);
      return isNumber || foldName(`${value} ${text}`).includes(foldName(typed));
    })
    .slice(0, limits.offered)
    .map(({ value, text }) => ({ label: cut(`${value} ${text}`, limits.label), value }));
}

/** Whom a reminder can be for: `here` as its reader calls it, and the members whose names are being typed. */
export async function suggestAddressees(
  { db }: Acting,
  typed: string,
  own: readonly Suggestion[],
): Promise<readonly Suggestion[]> {
  const members = await db.member.findMany({
    where: { leftAt: null },
    select: { person: { select: { name: true } } },
    orderBy: { id: 'asc' },
    take: limits.searched,
  });
  const names = members.map(({ person }) => person.name);
  const fitting = typed.trim() === '' ? names : matchNames(names, typed, (name) => [name]);
  return [
    ...own.filter(({ label }) => foldName(label).includes(foldName(typed))),
    ...[...new Set(fitting)].map((name) => ({ label: cut(name, limits.label), value: cut(name, limits.label) })),
  ].slice(0, limits.offered);
}

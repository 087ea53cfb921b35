import type { RecurrenceOutline } from './outline.ts';

/** How many days a month has at least, January first. */
const fewestDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The days of the month, of those that a recurrence names, that some of its months do not have: they are left out there. */
export function findScarceDays({ days, months, interval }: RecurrenceOutline): readonly number[] {
  if (days.type !== 'month' || days.of.type !== 'numbers' || interval % 12 === 0) return [];
  const isIn = (month: number) => !months || months.months.includes(month) === (months.type === 'in');
  const fewest = Math.min(...fewestDays.filter((_, before) => isIn(before + 1)));
  return days.of.numbers.filter((number) => number > fewest);
}

import { Temporal } from 'temporal-polyfill';

/** The wall-clock date (`2027-03-14`), or date and time, so many days later. Throws `RangeError` where it is none. */
export function addDays(wall: string, days: number): string {
  const { date, time } = splitWall(wall);
  const moved = Temporal.PlainDate.from(date).add({ days }).toString();
  return time === undefined ? moved : `${moved}T${time}`;
}

/** The wall-clock date and time so many minutes later, by clocks that nobody moves. Throws `RangeError` where it is none. */
export function addMinutes(wall: string, minutes: number): string {
  return Temporal.PlainDateTime.from(wall).add({ minutes }).toString({ smallestUnit: 'minute' });
}

/** The wall-clock date so many months later; the last day of that month where it has no such day. */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** The day of a wall-clock date or date and time, and its time where it has one. */
export function splitWall(wall: string): { readonly date: string; readonly time: string | undefined } {
  const [date = '', time] = wall.split('T');
  return { date, time };
}

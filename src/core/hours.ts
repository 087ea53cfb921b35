import type { HourRange } from './param.ts';

/** Whether somebody wants none of it: `off`, `none`, `never`, in either language. */
export function isOff(raw: string): boolean {
  return /^(off|no|none|never|nunca|ning[uú]n[ao]?|apagad[ao]|desactivad[ao])$/iu.test(raw);
}

/** Local hours like `21:00-08:00`, `21-8`, `9pm-8am` or `de 21h a 8h`, or `off`; null where they are none. */
export function readHours(raw: string): HourRange | 'off' | null {
  if (isOff(raw)) return 'off';
  const match = hoursWords.exec(raw);
  const from = match && readHour(match[1], match[2], match[3]);
  const to = match && readHour(match[4], match[5], match[6]);
  return from && to && from !== to ? { from, to } : null;
}

/** `21:00`, `21`, `21h`, `9pm`, `9:30 p. m.` */
const hourWords = String.raw`(?:las?\s+)?(\d{1,2})(?:[:.](\d\d))?\s*(?:h(?:oras|rs?|s)?\.?|([ap])\.?\s?m\.?)?`;
const between = String.raw`(?:\p{Dash}|to|until|till|a|hasta|and|y)`;
const lead = String.raw`(?:(?:from|between|de|desde|entre)\s+)?`;
const hoursWords = new RegExp(String.raw`^${lead}${hourWords}\s*${between}\s*${hourWords}$`, 'iu');

function readHour(hour = '', minute = '00', half?: string): string | null {
  const onClock = half === undefined ? Number(hour) : toDayHour(Number(hour), half.toLowerCase());
  if (onClock === null || onClock > 23 || Number(minute) > 59) return null;
  return `${String(onClock).padStart(2, '0')}:${minute}`;
}

/** Twelve begins its half of the day: `12am` is midnight. */
function toDayHour(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

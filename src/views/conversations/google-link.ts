import type { OccurrenceDetails } from '../../domain/conversations/details.ts';

/** Discord takes no longer address in a button. */
const longest = 512;

/** Where somebody can put one time of a conversation into their Google Calendar: what is too long for that is left out. */
export function googleLink({ title, purpose, place, startsAt, endsAt }: OccurrenceDetails): string {
  const dates = `${stamp(startsAt)}/${stamp(endsAt)}`;
  const short = [...title].slice(0, 25).join('');
  const tries = [
    { text: title, dates, location: place, details: purpose },
    { text: title, dates, location: place },
    { text: title, dates },
    { text: short, dates },
  ];
  const links = tries.map(toLink);
  return links.find((link) => link.length <= longest) ?? toLink({ dates });
}

function toLink(fields: Readonly<Record<string, string | null>>): string {
  const link = new URL('https://calendar.google.com/calendar/render?action=TEMPLATE');
  for (const [name, value] of Object.entries(fields)) if (value !== null) link.searchParams.set(name, value);
  return link.href;
}

/** `20270314T170000Z` */
function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length).replace(/[-:]/g, '')}Z`;
}

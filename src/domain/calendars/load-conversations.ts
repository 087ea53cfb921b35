import type { CalendarSlot } from '../../core/calendar.ts';
import type { OccurrenceReference } from '../../core/ids.ts';
import type { Coalition, Conversation, Member, Occurrence, Prisma, Rsvp } from '../../store/generated/sqlite/client.ts';
import type { ScopedTx } from '../../store/scope.ts';
import { parseRule } from '../../time/recurrence/parse-rule.ts';
import type { AgendaEntry } from '../conversations/details.ts';
import { loadAgendas } from '../conversations/load-agenda.ts';
import { type Kept, type PlacedSlot, toSeries, toSingle } from './series.ts';

/** When a conversation takes place for whoever reads the calendar, and what is to be said of it there. */
export interface CalendarConversation {
  readonly slot: CalendarSlot;
  readonly coalitionName: string;
  readonly number: number;
  readonly title: string;
  readonly purpose: string | null;
  /** Words, or an http(s) address. */
  readonly place: string | null;
  /** Of a series: what is for every time of it or, in a slot of one time alone, for that one. */
  readonly agenda: readonly string[];
  /** Why it does not take place. */
  readonly cancelReason: string | null;
}

/** A coalition with a client that sees it alone. */
export interface OfCoalition {
  readonly db: ScopedTx;
  readonly coalition: Pick<Coalition, 'name'>;
}

/** For how long a conversation that is over stays in calendars, in milliseconds: a year. */
const kept = 365 * 24 * 60 * 60_000;

/** What a coalition does together: all of its conversations, but for what two people have with one another. */
export function loadOfCoalition(of: OfCoalition, now: Date): Promise<CalendarConversation[]> {
  const where = { ...since(now), OR: [{ format: null }, { format: { not: 'one-to-one' } }] };
  return load(of, where, () => ({ certain: true }));
}

/** The times to which a member said yes or maybe, and what they lead. Who waits for a seat may come. */
export async function loadOfMember(
  of: OfCoalition,
  { id: memberId }: Pick<Member, 'id'>,
  now: Date,
): Promise<CalendarConversation[]> {
  const isTheirs = { memberId, answer: { in: ['yes', 'maybe'] } } satisfies Prisma.RsvpWhereInput;
  const rsvps = await of.db.rsvp.findMany({ where: isTheirs });
  const answers = new Map(rsvps.map((rsvp) => [rsvp.occurrenceId, rsvp]));
  const theirs = [{ facilitatorId: memberId }, { occurrences: { some: { rsvps: { some: isTheirs } } } }];
  return load(of, { ...since(now), AND: { OR: theirs } }, ({ facilitatorId }, { id }) => {
    if (facilitatorId === memberId) return { certain: true };
    const rsvp = answers.get(id);
    return rsvp ? { certain: isCertain(rsvp) } : null;
  });
}

function isCertain({ answer, seat }: Rsvp): boolean {
  return answer === 'yes' && seat === 'taken';
}

/** One conversation, or one time of a series by itself; nothing where there is none. */
export function loadOne(of: OfCoalition, { number, occurrence }: OccurrenceReference): Promise<CalendarConversation[]> {
  const isMeant = (row: Occurrence) => occurrence === null || row.number === occurrence;
  return load(of, { number }, (_, row) => (isMeant(row) ? { certain: true } : null), occurrence !== null);
}

function since(now: Date): Prisma.ConversationWhereInput {
  return { occurrences: { some: { endsAt: { gte: new Date(now.getTime() - kept) } } } };
}

type Keep = (conversation: Conversation, row: Occurrence) => Pick<Kept, 'certain'> | null;

async function load(
  { db, coalition }: OfCoalition,
  where: Prisma.ConversationWhereInput,
  keep: Keep,
  apart = false,
): Promise<CalendarConversation[]> {
  const found = await db.conversation.findMany({
    where,
    include: { occurrences: { orderBy: { number: 'asc' } } },
    orderBy: { number: 'asc' },
  });
  const agendas = await loadAgendas(db, found.flatMap(toRows));
  return found.flatMap((each) => {
    const { occurrences, ...conversation } = each;
    const placed = occurrences.flatMap((row): Kept[] => {
      const standing = keep(conversation, row);
      return standing ? [{ row, special: isSpecial(row, agendas), ...standing }] : [];
    });
    const { number, title, purpose, place } = conversation;
    return toSlots(conversation, occurrences, placed, apart).map(({ row, ...slot }) => ({
      ...{ slot, coalitionName: coalition.name, number, title, purpose, place },
      cancelReason: row?.cancelReason ?? null,
      agenda: row ? textsOf(agendas.get(row.id)) : textsOf(agendas.get(occurrences[0]?.id ?? ''), 'everyTime'),
    }));
  });
}

type Agendas = Awaited<ReturnType<typeof loadAgendas>>;
type AgendaItem = Pick<AgendaEntry, 'text' | 'everyTime'>;

function toRows({ occurrences, ...conversation }: Conversation & { readonly occurrences: readonly Occurrence[] }) {
  return occurrences.map((row) => ({ ...row, conversation }));
}

function isSpecial({ id, cancelReason }: Occurrence, agendas: Agendas): boolean {
  return cancelReason !== null || (agendas.get(id) ?? []).some(({ everyTime }) => !everyTime);
}

function textsOf(items: readonly AgendaItem[] = [], which: 'all' | 'everyTime' = 'all'): readonly string[] {
  return items.filter(({ everyTime }) => which === 'all' || everyTime).map(({ text }) => text);
}

/** A time of a series that stands apart goes by its own id. */
function toSlots(
  conversation: Conversation,
  rows: readonly Occurrence[],
  placed: readonly Kept[],
  apart: boolean,
): readonly PlacedSlot[] {
  const { id, rule } = conversation;
  if (rule === null) return placed.map((each) => toSingle(each, conversation, id));
  if (!apart && isWidelyKnown(rule)) return toSeries(conversation, rows, placed);
  return placed.map((each) => toSingle(each, conversation, each.row.id));
}

/**
 * Whether calendar programs know rules of this kind. Outlook leaves out a series of several hours a day, or of some months
 * only ([MS-OXCICAL], "Recurrence Templates": one BYHOUR, and BYMONTH in yearly rules alone).
 */
function isWidelyKnown(written: string): boolean {
  const { freq, byHour = [], byMinute = [], byMonth = [] } = parseRule(written);
  return byHour.length <= 1 && byMinute.length <= 1 && (byMonth.length === 0 || freq === 'YEARLY');
}

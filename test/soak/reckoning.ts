import type { Delivery } from '../../src/store/generated/sqlite/client.ts';
import type { Db } from '../../src/store/scope.ts';
import { markOf, type Posts } from './posts.ts';
import type { Work } from './work.ts';

/** What became of everything that was to be said. */
export interface Reckoning {
  /** Deliveries that are posts of their own. */
  readonly deliveries: number;
  readonly once: number;
  readonly twice: number;
  readonly never: number;
  /** Edits of cards, and what was said in the post of another. */
  readonly edits: number;
  readonly digested: number;
  /** Said in the space although it was to be said directly: the conversation was closed. */
  readonly instead: number;
  /** On record as not said, and not posted. */
  readonly skipped: number;
  /** Everything that is not as it should be, in words. */
  readonly wrong: readonly string[];
}

/** Compares what is on record with what the platforms have. */
export async function reckon(db: Db, posts: Posts, reminders: Work['reminders']): Promise<Reckoning> {
  const rows = await db.delivery.findMany({
    include: { space: true, recipient: { include: { person: true } } },
    orderBy: { id: 'asc' },
  });
  const posted = Map.groupBy(posts.all, ({ mark }) => mark);
  const timesOf = ({ id, space }: (typeof rows)[number]) => posted.get(markOf(space.platform, id))?.length ?? 0;
  // A direct conversation may be on the other platform.
  const timesAnywhere = ({ id }: Delivery) =>
    (posted.get(markOf('slack', id))?.length ?? 0) + (posted.get(markOf('discord', id))?.length ?? 0);
  const momentsOf = ({ id }: Delivery) =>
    (['slack', 'discord'] as const)
      .flatMap((platform) => posted.get(markOf(platform, id))?.map(({ at }) => `${platform} at ${at}`) ?? [])
      .join(' and ') || 'never';
  const isEdit = ({ letter }: Delivery) => letter === 'task.card.edit';
  const sent = rows.filter(({ status }) => status === 'sent');
  const digested = sent.filter(({ digestId }) => digestId !== null);
  const own = sent.filter((row) => row.digestId === null && !isEdit(row));
  const skipped = rows.filter(({ status }) => status === 'skipped');
  const quiet = [...skipped, ...digested, ...sent.filter(isEdit)];
  const times = own.map((row) => (row.sentTo === 'direct' ? timesAnywhere(row) : timesOf(row)));
  const known = new Set(rows.flatMap(({ id }) => [markOf('slack', id), markOf('discord', id)]));
  return {
    deliveries: own.length,
    once: times.filter((count) => count === 1).length,
    twice: times.filter((count) => count > 1).length,
    never: times.filter((count) => count === 0).length,
    edits: sent.filter(isEdit).length,
    digested: digested.length,
    instead: own.filter((row) => row.recipient?.person.reminders === 'dm' && row.sentTo === 'space').length,
    skipped: skipped.length,
    wrong: [
      ...own.flatMap((row, index) => (times[index] === 1 ? [] : [`${describe(row)}: posted ${momentsOf(row)}`])),
      ...quiet.filter((row) => timesAnywhere(row) > 0).map((row) => `${describe(row)}: posted all the same`),
      ...rows.filter(isUnsettled).map((row) => `${describe(row)}: neither sent nor skipped`),
      ...[...posted.keys()].filter((mark) => !known.has(mark)).map((mark) => `${mark}: a post that nobody asked for`),
      ...(await findWrongReminders(db, posts, rows, reminders)),
      ...(await findStaleCards(db)),
    ],
  };
}

function isUnsettled({ status }: Delivery): boolean {
  return status !== 'sent' && status !== 'skipped';
}

function describe({ id, letter, status, reason, attempts, sentTo, dueAt }: Delivery): string {
  return [id, letter, status, reason, `tried ${attempts} times`, sentTo, dueAt.toISOString()].filter(Boolean).join(' ');
}

/** Each occurrence is on record once, and its words stand in as many posts as it was said. */
async function findWrongReminders(
  db: Db,
  posts: Posts,
  rows: readonly Delivery[],
  reminders: Work['reminders'],
): Promise<string[]> {
  const bySubject = Map.groupBy(rows, ({ subjectId }) => subjectId);
  const idByText = new Map((await db.reminder.findMany()).map(({ id, text }) => [text, id]));
  return reminders.flatMap(({ text, times }) => {
    const occurrences = bySubject.get(idByText.get(text) ?? '') ?? [];
    const said = occurrences.filter(({ status }) => status === 'sent').length;
    const seen = posts.all.filter(({ words }) => words.includes(text)).length;
    return [
      ...(occurrences.length === times ? [] : [`${text}: due ${times} times, on record ${occurrences.length} times`]),
      ...(seen === said ? [] : [`${text}: said ${said} times, seen ${seen} times`]),
    ];
  });
}

/** A card shows its task as it is in the end. */
async function findStaleCards(db: Db): Promise<string[]> {
  const versions = new Map((await db.task.findMany()).map(({ id, version }) => [id, version]));
  const cards = await db.card.findMany();
  const stale = cards.filter(({ subjectId, version }) => versions.get(subjectId) !== version);
  return stale.map(({ id, version }) => `card ${id}: shows version ${version}`);
}

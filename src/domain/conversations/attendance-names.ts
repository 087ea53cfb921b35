import { UserError } from '../../core/errors.ts';
import type { Place } from '../../core/invocation.ts';
import { toVisible } from '../../core/visible.ts';
import type { MemberWithPerson } from '../people/mentionable.ts';
import { foldName } from '../people/names.ts';

/** A member as they are written in a list of names: by a name that is nobody else's in it. */
export interface Named {
  readonly id: string;
  readonly label: string;
  /** All that they go by, folded. */
  readonly names: readonly string[];
  readonly accounts: MemberWithPerson['person']['accounts'];
}

/** Members by their names; several of one name are numbered, who was there first first: `María López (2)`. */
export function toNamed(members: readonly MemberWithPerson[]): readonly Named[] {
  const nameOf = ({ person }: MemberWithPerson) => toVisible(person.name.replace(/\s+/gu, ' ')) || person.id;
  const alike = Map.groupBy(
    members.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    (member) => foldName(nameOf(member)),
  );
  return [...alike.values()].flatMap((group) =>
    group.map((member, index) => ({
      id: member.id,
      label: group.length > 1 ? `${nameOf(member)} (${index + 1})` : nameOf(member),
      names: [nameOf(member), ...member.person.accounts.map(({ name }) => name)].map(foldName),
      accounts: member.person.accounts,
    })),
  );
}

/** Who was there, as a list of names says it. */
export interface Present {
  readonly memberIds: ReadonlySet<string>;
  /** How many who are no members, and the names of those who were named. */
  readonly guests: number;
  readonly guestNames: readonly string[];
}

/** What names are read by: the members, which of them have a seat, and where mentions are those of. */
export interface NameReader {
  readonly members: readonly Named[];
  readonly seated: ReadonlySet<string>;
  readonly place: Place;
}

const everybody = /^(?:everyone|everybody|all|todo el mundo|tod[aeo]s|todas las personas)$/iu;
const nobodyBut = /^(?:not|no|without|sin|except|excepto|menos)\s+(?<name>.+)$/iu;
const several = /^\+?\s*(?<count>\d{1,4})(?=\s|$)/u;

/**
 * Reads a list of names, one a line: members by their names or a mention, `everyone` who has a seat, `not María` to take
 * somebody out, `3 guests`. Whoever is no member is a guest. Throws `person.ambiguous`.
 */
export function readPresent(lines: readonly string[], reader: NameReader): Present {
  const found = lines.flatMap((line) => readLine(line, reader));
  const out = new Set(found.flatMap((each) => (each.type === 'out' ? each.ids : [])));
  const ids = found.flatMap((each) => (each.type === 'in' ? each.ids : [])).filter((id) => !out.has(id));
  const guests = found.filter((each) => each.type === 'guests');
  return {
    memberIds: new Set(ids),
    guests: guests.reduce((sum, { count }) => sum + count, 0),
    guestNames: guests.flatMap(({ name }) => name ?? []),
  };
}

type Found =
  | { readonly type: 'in' | 'out'; readonly ids: readonly string[] }
  | { readonly type: 'guests'; readonly count: number; readonly name?: string };

/** A line is a name first of all, whatever else it may look like; several may stand in it with commas between. */
function readLine(line: string, reader: NameReader): readonly Found[] {
  const exact = findExactly(line, reader);
  if (exact) return [{ type: 'in', ids: [exact] }];
  if (everybody.test(line)) return [{ type: 'in', ids: [...reader.seated] }];
  const count = several.exec(line)?.groups?.count;
  if (count !== undefined) return [{ type: 'guests', count: Number(count) }];
  const parts = line.split(/[,;]/u).map((part) => part.trim());
  if (parts.length > 1) return parts.filter((part) => part !== '').flatMap((part) => readLine(part, reader));
  const without = nobodyBut.exec(line)?.groups?.name;
  const absent = without === undefined ? null : findMember(without, reader);
  if (absent) return [{ type: 'out', ids: [absent] }];
  const id = findMember(line, reader);
  return [id ? { type: 'in', ids: [id] } : { type: 'guests', count: 1, name: toGuestName(line) }];
}

/** The member of whom that is the whole name, or a mention; null where there is none or several. */
function findExactly(words: string, { members, place }: NameReader): string | null {
  const accountId = /^<@!?([A-Z0-9]+)(?:\|[^>]*)?>$/u.exec(words)?.[1];
  if (accountId !== undefined) return findAccount(members, place, accountId);
  const wanted = foldName(words.replace(/^@/u, ''));
  const labelled = members.find(({ label }) => foldName(label) === wanted);
  return labelled?.id ?? onlyOne(members.filter(({ names }) => names.includes(wanted)))?.id ?? null;
}

function findAccount(members: readonly Named[], { platform, workspaceId }: Place, accountId: string): string | null {
  const isMeant = (account: Named['accounts'][number]) =>
    account.platform === platform &&
    account.accountId === accountId &&
    // Discord's user ids count everywhere.
    (platform === 'discord' || account.workspaceId === workspaceId);
  return members.find(({ accounts }) => accounts.some(isMeant))?.id ?? null;
}

/** The same for a name that begins like that of one member alone. Throws `person.ambiguous`. */
function findMember(words: string, reader: NameReader): string | null {
  const exact = findExactly(words, reader);
  if (exact) return exact;
  const wanted = foldName(words.replace(/^@/u, ''));
  const having = (fits: (name: string) => boolean) => reader.members.filter(({ names }) => names.some(fits));
  const same = having((name) => name === wanted);
  const found = same.length > 0 ? same : having((name) => name.startsWith(wanted) || name.includes(` ${wanted}`));
  if (found.length > 1) refuseAmbiguous(words, found);
  return found[0]?.id ?? null;
}

/** How many names an ambiguous one is answered with. */
const namesShown = 5;

function refuseAmbiguous(given: string, found: readonly Named[]): never {
  const labels = found.slice(0, namesShown).map(({ label }) => label);
  const choices = [...labels, ...(found.length > namesShown ? ['…'] : [])].join(', ');
  throw new UserError('person.ambiguous', { given, choices }, 'present');
}

function onlyOne<T>(things: readonly T[]): T | undefined {
  return things.length === 1 ? things[0] : undefined;
}

function toGuestName(words: string): string {
  return words.replace(/^<@!?([A-Z0-9]+)(?:\|([^>]*))?>$/u, (_, id, name) => name || id).replace(/^@/u, '');
}

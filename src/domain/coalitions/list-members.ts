import { type Page, toPage } from '../pages.ts';
import type { Acting } from '../people/acting.ts';
import { type MemberDetails, toMemberDetails } from '../people/member-details.ts';
import { withPerson } from '../people/mentionable.ts';
import { foldName } from '../people/names.ts';
import type { Role } from '../people/roles.ts';

/** Which members a list shows; all unless it says otherwise. */
export interface MemberQuery {
  readonly role?: Role | undefined;
  /** Compared without case and accents. */
  readonly sector?: string | undefined;
  /** Counts from 1. */
  readonly page?: number | undefined;
}

/** One page of the members that fit. */
export interface MemberPage extends Page {
  readonly members: readonly MemberDetails[];
}

/** How many members stand on a page. */
const perPage = 20;

/** One page of the coalition's members, by name. */
export async function listMembers({ db }: Acting, { role, sector, page }: MemberQuery): Promise<MemberPage> {
  const members = await db.member.findMany({
    where: { leftAt: null, ...(role && { role }) },
    include: withPerson,
  });
  const wanted = members
    .filter((member) => sector === undefined || foldName(member.sector ?? '') === foldName(sector))
    .sort((one, other) => one.person.name.localeCompare(other.person.name));
  const place = toPage(page, wanted.length, perPage);
  const from = (place.page - 1) * perPage;
  return { ...place, members: wanted.slice(from, from + perPage).map(toMemberDetails) };
}

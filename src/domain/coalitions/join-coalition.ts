import type { Acting } from '../people/acting.ts';
import { type MemberDetails, toMemberDetails } from '../people/member-details.ts';
import { withPerson } from '../people/mentionable.ts';

/** What a member says of themselves; what is left out stays as it is. */
export interface Belonging {
  readonly sector?: string | undefined;
  readonly area?: string | undefined;
}

/** Notes a member's sector and area. They became a member by acting, so joining twice only updates these. */
export async function joinCoalition(acting: Acting, { sector, area }: Belonging): Promise<MemberDetails> {
  const updated = await acting.db.member.update({
    where: { id: acting.member.id },
    data: { ...(sector !== undefined && { sector }), ...(area !== undefined && { area }) },
    include: withPerson,
  });
  return toMemberDetails(updated);
}

import type { Member } from '../../store/generated/sqlite/client.ts';
import type { Acting } from '../people/acting.ts';

/** What a member says of themselves; what is left out stays as it is. */
export interface Belonging {
  readonly sector?: string | undefined;
  readonly area?: string | undefined;
}

/** Notes a member's sector and area. They became a member by acting, so joining twice only updates these. */
export function joinCoalition({ db, member }: Acting, { sector, area }: Belonging): Promise<Member> {
  return db.member.update({
    where: { id: member.id },
    data: { ...(sector !== undefined && { sector }), ...(area !== undefined && { area }) },
  });
}

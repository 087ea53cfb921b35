import type { Coalition, Space } from '../../store/generated/sqlite/client.ts';
import type { Acting } from '../people/acting.ts';
import { type Role, roles, toRole } from '../people/roles.ts';

/** A coalition at a glance. Sectors and areas are those that members named, each once, in order. */
export interface CoalitionOverview {
  readonly coalition: Coalition;
  /** The linked ones, oldest first. */
  readonly spaces: readonly Space[];
  /** How many members there are in each role. */
  readonly roles: Readonly<Record<Role, number>>;
  readonly sectors: readonly string[];
  readonly areas: readonly string[];
}

/** The coalition that somebody acts in, its spaces and who is in it, in numbers. */
export async function describeCoalition({ db, coalition }: Acting): Promise<CoalitionOverview> {
  const spaces = await db.space.findMany({ where: { unlinkedAt: null }, orderBy: { linkedAt: 'asc' } });
  const members = await db.member.findMany({
    where: { leftAt: null },
    select: { role: true, sector: true, area: true },
  });
  return {
    coalition,
    spaces,
    roles: countRoles(members.map(({ role }) => toRole(role))),
    sectors: distinct(members.map(({ sector }) => sector)),
    areas: distinct(members.map(({ area }) => area)),
  };
}

function countRoles(held: readonly Role[]): Record<Role, number> {
  const counts = roles.map((role) => [role, held.filter((each) => each === role).length]);
  return Object.fromEntries(counts);
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort((one, other) => one.localeCompare(other));
}

import type { Mentionable } from '../../core/rich-text.ts';
import { type MemberWithPerson, toMentionable } from './mentionable.ts';
import { type Role, toRole } from './roles.ts';

/** A member as they are shown to others. */
export interface MemberDetails {
  readonly who: Mentionable;
  readonly role: Role;
  readonly sector: string | null;
  readonly area: string | null;
}

/** A member as they are shown to others, from their row. */
export function toMemberDetails({ person, role, sector, area }: MemberWithPerson): MemberDetails {
  return { who: toMentionable(person), role: toRole(role), sector, area };
}

/** What a member can be in a coalition, from the most to the least. */
export const roles = ['organizer', 'facilitator', 'bridge-builder', 'member'] as const;

/** What a member is in a coalition. */
export type Role = (typeof roles)[number];

/** The role in a member's row; what is unknown counts as `member`. */
export function toRole(stored: string): Role {
  return roles.find((role) => role === stored) ?? 'member';
}

/** The one of two stored roles that may do more. */
export function higherRole(one: string, other: string): Role {
  return roles.find((role) => role === one || role === other) ?? 'member';
}

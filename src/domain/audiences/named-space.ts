import type { PlatformName } from '../../core/rich-text.ts';
import type { Prisma } from '../../store/generated/sqlite/client.ts';

/** A space as people are told of it. */
export interface NamedSpace {
  readonly name: string;
  /** Where another linked space of its coalition has the same name; else null. */
  readonly platform: PlatformName | null;
}

/** What a query of spaces includes so that `toNamedSpace` can tell them apart. */
export const withNamesakes = {
  coalition: { select: { spaces: { where: { unlinkedAt: null }, select: { id: true, name: true } } } },
} as const;

/** A space by its name, and by its platform where the name alone says not which one it is. */
export function toNamedSpace(space: Prisma.SpaceGetPayload<{ include: typeof withNamesakes }>): NamedSpace {
  const { id, name, platform, coalition } = space;
  const isAlike = coalition.spaces.some((other) => other.id !== id && bareName(other.name) === bareName(name));
  return { name, platform: isAlike ? platform : null };
}

function bareName(name: string): string {
  return name.replace(/^#/, '').toLowerCase();
}

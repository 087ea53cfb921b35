import type { Mentionable } from '../../core/rich-text.ts';
import { findNames } from '../../store/find-names.ts';
import type { Db } from '../../store/scope.ts';

/** A member as they are mentioned. */
export interface NamedMember {
  readonly coalitionId: string;
  readonly person: Mentionable;
}

/** How members are mentioned, by their ids; a great many at once cost little. */
export async function loadNames(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, NamedMember>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  const lines = Map.groupBy(await findNames(db, known), ({ memberId }) => memberId);
  return new Map(
    [...lines].flatMap(([memberId, [first, ...others]]) => {
      if (!first) return [];
      const accounts = [first, ...others].flatMap(({ account }) => account ?? []);
      // The oldest first: ids grow with time.
      accounts.sort((a, b) => (a.id < b.id ? -1 : 1));
      const { name, coalitionId } = first;
      const shown = accounts.map(({ platform, workspaceId, accountId }) => ({ platform, workspaceId, accountId }));
      return [[memberId, { coalitionId, person: { name, accounts: shown } }]];
    }),
  );
}

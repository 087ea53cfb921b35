import type { Mentionable } from '../../core/rich-text.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { together } from '../../store/together.ts';
import { loadNames } from './load-names.ts';

interface Mentioned {
  readonly coalitionId: string;
  readonly memberId: string;
}

/** Somebody whom a letter names by their member id; null where they are not of its coalition. */
export function loadMentioned(
  db: Db,
  { coalitionId }: Pick<Delivery, 'coalitionId'>,
  memberId: string,
): Promise<Mentionable | null> {
  return loadTogether(db, { coalitionId, memberId });
}

const loadTogether = together<Mentioned, Mentionable | null>(async (db, wanted) => {
  const names = await loadNames(
    db,
    wanted.map(({ memberId }) => memberId),
  );
  return wanted.map(({ coalitionId, memberId }) => {
    const member = names.get(memberId);
    return member?.coalitionId === coalitionId ? member.person : null;
  });
});

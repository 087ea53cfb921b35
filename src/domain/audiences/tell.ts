import type { DbTx } from '../../store/scope.ts';
import type { About } from '../deliveries/announce.ts';
import { type LetterData, type LetterKind, letters } from '../deliveries/letters.ts';
import { findAddressees } from './addressees.ts';
import { type Addressee, loadAddresses, spacesFor } from './addresses.ts';

/**
 * Tells at once all whom such a letter is for, in the transaction of the change. It is held back by nothing, and said
 * as long as it is true.
 */
export async function tellAudience<K extends LetterKind>(
  tx: DbTx,
  about: About,
  letter: K,
  data: LetterData<K>,
): Promise<void> {
  const { coalitionId, subjectId } = about;
  const addressees = (await findAddressees(tx, { coalitionId, subjectId, letter })) ?? [];
  await tellEach(tx, about, letter, data, addressees);
}

/** Tells one member at once; in that space, where they want no direct messages. */
export async function tellMember<K extends LetterKind>(
  tx: DbTx,
  about: About,
  letter: K,
  data: LetterData<K>,
  { memberId, spaceId }: { readonly memberId: string; readonly spaceId: string },
): Promise<void> {
  await tellEach(tx, about, letter, data, [{ coalitionId: about.coalitionId, recipientId: memberId, spaceId }]);
}

async function tellEach<K extends LetterKind>(
  tx: DbTx,
  { coalitionId, subjectId, now }: About,
  letter: K,
  data: LetterData<K>,
  addressees: readonly Addressee[],
): Promise<void> {
  const addresses = await loadAddresses(tx, addressees);
  const row = { coalitionId, subjectId, letter, urgent: true, dueAt: now, createdAt: now };
  await tx.delivery.createMany({
    data: addressees.flatMap((addressee) => {
      const { recipientId, part } = addressee;
      const words = letters[letter].parse({ ...data, ...(part && { part }) });
      return spacesFor(addressee, addresses).map((spaceId) => ({ ...row, recipientId, spaceId, data: words }));
    }),
  });
}

import { isCardEdit } from '../domain/deliveries/cards.ts';
import type { Delivery } from '../store/generated/sqlite/client.ts';
import type { SaidKind } from './pace.ts';

/** As what a platform counts the call by which a delivery is said. */
export function callKindOf(delivery: Pick<Delivery, 'letter'>): SaidKind {
  return isCardEdit(delivery) ? 'edit' : 'post';
}

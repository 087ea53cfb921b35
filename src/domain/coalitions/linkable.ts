import { UserError } from '../../core/errors.ts';
import { isDuplicate } from '../duplicate.ts';
import type { Caller } from '../people/acting.ts';

/**
 * Links this channel as `link` does, where a channel can be linked. Throws `coalition.direct-message` and
 * `coalition.already-linked-here`, also where somebody else links it at the same moment.
 */
export async function linkingHere<T>({ direct, space }: Caller, link: () => Promise<T>): Promise<T> {
  if (direct) throw new UserError('coalition.direct-message');
  if (space) throw new UserError('coalition.already-linked-here');
  try {
    return await link();
  } catch (error) {
    if (isDuplicate(error)) throw new UserError('coalition.already-linked-here');
    throw error;
  }
}

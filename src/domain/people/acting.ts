import type { Place } from '../../core/invocation.ts';
import type { Account, Coalition, Member, Person, Space } from '../../store/generated/sqlite/client.ts';
import type { Db, ScopedDb } from '../../store/scope.ts';

/** A person who does something somewhere, whether or not a coalition is there. */
export interface Caller {
  readonly db: Db;
  readonly person: Person;
  readonly account: Account;
  /** The person's other accounts, where they are needed to know zone or language. */
  readonly others?: readonly Pick<Account, 'zone' | 'locale'>[];
  readonly place: Place;
  /** The name of the channel, for a space that is to be linked here. */
  readonly placeName: string;
  /** A direct conversation with the bot: nothing can be linked here. */
  readonly direct: boolean;
  /** The space that is linked here. */
  readonly space: Space | null;
  readonly now: Date;
  /** The platform's id of what they do, where it can change something. */
  readonly invocationId?: string;
}

/** A member who acts in their coalition. Its client sees that coalition alone. */
export interface Acting extends Omit<Caller, 'db'> {
  readonly db: ScopedDb;
  readonly coalition: Coalition;
  readonly member: Member;
}

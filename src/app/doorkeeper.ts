import type { AccountFacts, Actor, Place } from '../core/invocation.ts';
import type { Acting, Caller } from '../domain/people/acting.ts';

/** Somebody at the door: an account, where it acts, and what the platform says of it. */
export interface Arrival {
  readonly place: Place;
  readonly placeName: string;
  readonly direct: boolean;
  readonly actor: Actor;
  readonly facts: Partial<AccountFacts>;
}

/** What the app needs of the domain, whatever the operation: who is here, and may they come in. */
export interface Doorkeeper {
  /** Notes that an invocation runs; false where it has been run already. */
  readonly begin: (invocationId: string) => Promise<boolean>;
  readonly end: (invocationId: string) => Promise<void>;
  /** The person behind an account, who may be new. */
  readonly meet: (arrival: Arrival) => Promise<Caller>;
  /** Acting in a space makes a member. Throws `coalition.none-here`. */
  readonly enter: (caller: Caller) => Promise<Acting>;
  /** The same for who is a member already, changing nothing; null for others. */
  readonly recognise: (caller: Caller) => Promise<Acting | null>;
}

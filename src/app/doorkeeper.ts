import type { AccountFacts, Actor, Place } from '../core/invocation.ts';
import type { Acting, Caller } from '../domain/people/acting.ts';

/** Somebody at the door: an account, where it acts, and what the platform says of it. */
export interface Arrival {
  readonly place: Place;
  readonly placeName: string;
  readonly direct: boolean;
  readonly actor: Actor;
  readonly facts: Partial<AccountFacts>;
  /** The invocation that is run, where one is: what it changes is changed once. */
  readonly id?: string;
}

/**
 * What the app needs of the domain, whatever the operation: who is here, and may they come in. Where an invocation is
 * run, the clients that they are given throw `Repetition` when it has changed something already.
 */
export interface Doorkeeper {
  /** The person behind an account, who may be new. */
  readonly meet: (arrival: Arrival) => Promise<Caller>;
  /**
   * The caller in the coalition they act in: as the member they are, or would be. In a direct conversation, `meant`
   * tells one's several coalitions apart. Throws `coalition.none-here`, `coalition.several`.
   */
  readonly getActing: (caller: Caller, meant?: string) => Promise<Acting>;
  /** Acting in a space makes a member of whoever was none. */
  readonly enter: (acting: Acting) => Promise<Acting>;
  /** The same as `getActing`; null where no coalition is meant. */
  readonly recognise: (caller: Caller) => Promise<Acting | null>;
}

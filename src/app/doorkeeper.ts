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
   * Acting in a space makes a member; in a direct conversation, `meant` tells one's several coalitions apart. Throws
   * `coalition.none-here`, `coalition.several`.
   */
  readonly enter: (caller: Caller, meant?: string) => Promise<Acting>;
  /** Whom `enter` would find or make of the caller, changing nothing; null where no coalition is meant. */
  readonly recognise: (caller: Caller) => Promise<Acting | null>;
}

import type { Schedule } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';

/** What happens of itself when its time has come, without anything being said: keys that stand where letters stand. */
export const stepKinds = [
  /** A seat that was offered and not taken goes to the next. Its subject is the answer of whom it was offered to. */
  'conversation.offer-lapses',
] as const;

/** The name of a step. */
export type StepKind = (typeof stepKinds)[number];

/** Takes a step, in the transaction that moves its schedule on. Whoever takes it looks whether it is still to be taken. */
export type Step = (tx: DbTx, schedule: Schedule, now: Date) => Promise<void>;

/** What each step does. */
export type Steps = Readonly<Record<StepKind, Step>>;

/** The step that a schedule stands for; null where it has something to say. */
export function findStep({ letter }: Pick<Schedule, 'letter'>): StepKind | null {
  return stepKinds.find((kind) => kind === letter) ?? null;
}

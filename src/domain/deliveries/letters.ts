import { z } from 'zod';
import type { Delivery } from '../../store/generated/sqlite/client.ts';

const nothing = z.strictObject({});

/** Of whom a post names a part, where they are too many for one: members by their ids, from one on and before another. */
const part = z.strictObject({ from: z.string().nullable(), before: z.string().nullable() });
/** `only`: those who were to be told in a space that was closed, by their ids. */
const forMany = z.strictObject({ part: part.optional(), only: z.array(z.string()).optional() });

/**
 * Everything that Convener says of its own accord, and the data each letter carries beside its subject: ids alone, so
 * that it is put in words when it is sent. `byId` and `ownerId` are members; `due` is the wall-clock date or date and
 * time that a task was finished for. What a schedule causes carries its occurrence in columns of its own.
 */
export const letters = {
  /** A new task gets its card. */
  'task.card.post': nothing,
  /** A card is to show its task as it is by now. */
  'task.card.edit': nothing,
  'task.finished': z.strictObject({ byId: z.string() }),
  'task.assigned': z.strictObject({ byId: z.string(), ownerId: z.string() }),
  /** A task that comes again was done once more. */
  'task.repeated': z.strictObject({ byId: z.string(), due: z.string() }),
  /** To a task's owner: the day before it is due, when it is, and once when it was. */
  'task.soon': nothing,
  'task.due': nothing,
  'task.overdue': nothing,
  /** A reminder's time has come, or the time it was put off to. */
  'reminder.due': nothing,
  'reminder.snoozed': nothing,
  /** Open and overdue tasks of the coalition. */
  'digest.tasks': nothing,
  /** One time of a conversation gets its card, and the card is to show it as it is by now. */
  'conversation.card.post': nothing,
  'conversation.card.edit': nothing,
  /** To those who come: the day before, that day, and shortly before it begins. */
  'conversation.tomorrow': forMany,
  'conversation.today': forMany,
  'conversation.soon': forMany,
  /** To all who said yes or maybe: it takes place at another time than at `from` (a wall-clock time), or not at all. */
  'conversation.moved': forMany.extend({ from: z.string(), byId: z.string() }),
  'conversation.cancelled': forMany.extend({ byId: z.string() }),
  /** The same of all times of a series that were to come; its subject is the conversation. */
  'conversation.series-cancelled': forMany.extend({ byId: z.string() }),
  /** To one member: `byId` wants to talk with them alone, or has them lead it. */
  'conversation.asked': z.strictObject({ byId: z.string(), as: z.enum(['partner', 'facilitator']) }),
  /**
   * To one who waits: a seat is free and held for them; then, that they let it pass; or that there is one and it is
   * theirs, where nobody has to be asked.
   */
  'conversation.offered': nothing,
  'conversation.lapsed': nothing,
  'conversation.seated': nothing,
  /** To the facilitator, when it is over: what came of it? */
  'conversation.closing': nothing,
  /** To those who said yes, an hour after it: were you there, and was it worth it? */
  'conversation.feedback': forMany,
  /** To every space, two days after it: what came of it. */
  'conversation.summary': nothing,
  /** To whoever called a series, before the last of its occurrences that are planned. */
  'conversation.renewal': nothing,
  /** The platform's own calendar is to show it as it is by now, where the platform has one. */
  'conversation.mirror': nothing,
} as const;

/** The members of a part, where a letter is for one. */
export type LetterPart = z.infer<typeof part>;

/** The kinds of letters, as `task.finished`. */
export type LetterKind = keyof typeof letters;
/** What a letter of that kind carries. */
export type LetterData<K extends LetterKind> = z.infer<(typeof letters)[K]>;
/** A letter as it was written: its kind and its data. */
export type Letter = { readonly [K in LetterKind]: { readonly kind: K; readonly data: LetterData<K> } }[LetterKind];

/**
 * What is a post of its own in a space: cards, and what is announced to everybody. All other letters are notices, which
 * can be for one member, wait for them, and be said together.
 */
export const postKinds = [
  'task.card.post',
  'task.card.edit',
  'task.finished',
  'task.assigned',
  'task.repeated',
  'digest.tasks',
  'conversation.card.post',
  'conversation.card.edit',
  'conversation.summary',
  'conversation.mirror',
] as const satisfies LetterKind[];
/** A letter that is a post of its own. */
export type PostLetter = Extract<Letter, { kind: (typeof postKinds)[number] }>;
/** Any other. */
export type NoticeLetter = Exclude<Letter, PostLetter>;

/** Whether a letter is a post of its own, which waits for nobody and is not said with others. */
export function isPost(letter: string): boolean {
  return postKinds.some((kind) => kind === letter);
}

/** Whether a letter is a notice. */
export function isNotice(letter: Letter): letter is NoticeLetter {
  return !isPost(letter.kind);
}

/** The letter of a delivery. Throws an `Error` for a kind or data that this version does not know. */
export function readLetter({ letter, data }: Pick<Delivery, 'letter' | 'data'>): Letter {
  if (!isLetterKind(letter)) throw new Error(`there is no letter "${letter}"`);
  return { kind: letter, data: letters[letter].parse(data) } as Letter;
}

function isLetterKind(letter: string): letter is LetterKind {
  return Object.hasOwn(letters, letter);
}

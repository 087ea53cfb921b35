import type { OperationName, RawInput, Suggestion } from './invocation.ts';
import type { InputOf, Params } from './param.ts';
import type { RichText } from './rich-text.ts';
import type { View } from './view.ts';

/** Who sees the answer. A reply cannot change from private to public later, so the definition says it. */
export type Visibility = 'private' | 'space';

/** Whom an operation is for. A `member` acts in a coalition; a `person` may stand outside of any. */
export type Audience = 'person' | 'member';

/** One thing that can be done: a subcommand or a control of a card. `Context` is what its handler is given. */
export interface Operation<Context, P extends Params = Params> {
  readonly audience: Audience;
  readonly visibility: Visibility;
  /** Needs authority on the platform: Slack workspace admin or owner, Discord "Manage Server". */
  readonly authority?: boolean;
  /** Needs this role in the coalition. */
  readonly role?: 'organizer';
  /** Pressed on a private answer, it changes that answer instead of giving another (the pages of a list). */
  readonly inPlace?: boolean;
  /**
   * Its form always opens first, whatever was given. A required reference that is missing is asked for before, as what
   * the form starts with depends on it; one that was given is no field of the form.
   */
  readonly asks?: boolean;
  /** Stands as a button in the help of its command: what is wanted most, and harmless to press. */
  readonly offered?: boolean;
  readonly params: P;
  /** What to offer for an input that the coalition's own things fill. */
  readonly suggest?: Readonly<Record<string, (context: Context, typed: string) => Promise<readonly Suggestion[]>>>;
  /** How things are now, for the form that asks for a change of them; null where there is nothing to say. */
  readonly present?: Readonly<Record<string, (context: Context, given: RawInput) => Promise<RichText | null>>>;
  /**
   * What its form starts with beside what was given, as it would be written; what no field asks travels along unseen,
   * the exact name of what the form is about in place of the given one. Throws the `UserError` that speaks against asking
   * at all.
   */
  readonly fill?: (context: Context, given: RawInput) => Promise<RawInput>;
  /** What its form is about, by name, where that is known: its title. */
  readonly about?: (context: Context, given: RawInput) => Promise<string | null>;
  readonly run: (context: Context, input: InputOf<P>) => Promise<View>;
}

/** An operation, whoever it is for and whatever it takes. */
// biome-ignore lint/suspicious/noExplicitAny: operations of all contexts and inputs stand side by side in a command
export type AnyOperation = Omit<Operation<any, any>, 'params'> & { readonly params: Params };

/** A command: what people can say after its name, and what only its controls do. */
export interface Command {
  readonly name: string;
  readonly subcommands: Readonly<Record<string, AnyOperation>>;
  readonly controls: Readonly<Record<string, AnyOperation>>;
}

/** Declares a command. Its words stand in the locales under `commands.<name>`. */
export function defineCommand(command: Omit<Command, 'controls'> & Partial<Pick<Command, 'controls'>>): Command {
  return { controls: {}, ...command };
}

/** The operation of that name, typed or pressed; null where there is none. */
export function findOperation(commands: readonly Command[], name: OperationName): AnyOperation | null {
  const [commandName, ...rest] = name.split('.');
  const command = commands.find((candidate) => candidate.name === commandName);
  const key = rest.join('.');
  if (!command) return null;
  return ownValue(command.subcommands, key) ?? ownValue(command.controls, key);
}

function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}

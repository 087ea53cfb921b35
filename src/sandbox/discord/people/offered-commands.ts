import { asJson, asJsonList, asList, asText, type Json } from '../json.ts';
import { type ApiChannel, channelType, optionType } from '../model.ts';
import { commandType } from '../validation/command.ts';
import { permissionsIn, type World } from '../world.ts';
import { getPerson } from './person.ts';

/** Something that can be typed after a slash: a command, or one of its subcommands. */
export interface OfferedCommand {
  readonly command: Json;
  /** The names after the command's own: `['add']`; empty for a command without subcommands. */
  readonly steps: readonly Json[];
  readonly options: readonly Json[];
}

/** The name of a command, an option or a choice, as that person's client shows it. */
export function nameFor(thing: Json, locale: string): string {
  return asText(asJson(thing.name_localizations)[locale]) || asText(thing.name);
}

export function descriptionFor(thing: Json, locale: string): string {
  return asText(asJson(thing.description_localizations)[locale]) || asText(thing.description);
}

/** Whether a typed word is that name, in the person's language or the command's own. */
export function goesBy(thing: Json, typed: string, locale: string): boolean {
  const word = typed.toLowerCase();
  return word === nameFor(thing, locale).toLowerCase() || word === asText(thing.name).toLowerCase();
}

/** The commands of that type that this person may use in this channel. */
export function commandsFor(world: World, personId: string, channel: ApiChannel, type: number): readonly Json[] {
  const direct = channel.type === channelType.direct;
  const held = permissionsIn(world, personId, channel);
  return [...world.commands.values()].filter((command) => {
    const contexts = command.contexts;
    const here = !Array.isArray(contexts) || asList(contexts).includes(direct ? 1 : 0);
    const asked = command.default_member_permissions;
    const allowed = direct || typeof asked !== 'string' || (held & BigInt(asked)) === BigInt(asked);
    return command.type === type && here && allowed && !(direct && command.guild_id);
  });
}

/** All that this person can type after a slash here. */
export function offeredTo(world: World, personId: string, channel: ApiChannel): readonly OfferedCommand[] {
  return commandsFor(world, personId, channel, commandType.chat).flatMap((command) => spread(command, [], command));
}

function spread(command: Json, steps: readonly Json[], level: Json): readonly OfferedCommand[] {
  const options = asJsonList(level.options);
  const nested = options.filter((option) => option.type === optionType.subcommand || option.type === optionType.group);
  if (nested.length === 0) return [{ command, steps, options }];
  return nested.flatMap((option) => spread(command, [...steps, option], option));
}

/** `/tarea añadir`, as that person reads it. */
export function pathFor({ command, steps }: OfferedCommand, personId: string): string {
  const { locale } = getPerson(personId);
  return `/${[command, ...steps].map((one) => nameFor(one, locale)).join(' ')}`;
}

/** What is typed, split into a command and the text of its options; null where no command is meant. */
export function readPath(
  offered: readonly OfferedCommand[],
  text: string,
  locale: string,
): { readonly offer: OfferedCommand; readonly rest: string } | null {
  for (const offer of offered) {
    const names = [offer.command, ...offer.steps];
    const words = text.replace(/^\//, '').trimStart().split(/\s+/);
    if (!names.every((name, index) => goesBy(name, words[index] ?? '', locale))) continue;
    const rest = new RegExp(`^/?\\s*(?:\\S+\\s*){${names.length}}`).exec(text)?.[0].length ?? text.length;
    return { offer, rest: text.slice(rest) };
  }
  return null;
}

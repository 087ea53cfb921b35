import type { SandboxSuggestion } from '../../contract.ts';
import type { Interactions } from '../interactions.ts';
import { asJsonList, asText, type Json } from '../json.ts';
import { type ApiChannel, interactionType, optionType } from '../model.ts';
import type { World } from '../world.ts';
import { type FilledOption, toCommandData } from './commanding.ts';
import { descriptionFor, nameFor, type OfferedCommand, offeredTo, pathFor, readPath } from './offered-commands.ts';
import { toOptionValue } from './option-value.ts';
import { getChannelFor, getPerson, toSurroundings } from './person.ts';
import { readTypedOptions, type TypedOption } from './typed-options.ts';

/** What this person's client offers for what stands in the box so far. */
export async function suggest(
  world: World,
  interactions: Interactions,
  personId: string,
  channelId: string,
  text: string,
): Promise<readonly SandboxSuggestion[]> {
  if (!text.startsWith('/')) return [];
  const channel = getChannelFor(world, personId, channelId);
  const offered = offeredTo(world, personId, channel);
  const read = readPath(offered, text, getPerson(personId).locale);
  // Up to the space behind its name, a command is still being chosen.
  if (!read || (read.rest === '' && !/\s$/.test(text))) return suggestCommands(offered, personId, text);
  const typing = { world, interactions, personId, channel, text, ...read };
  const { given } = readTypedOptions(read.offer.options, read.rest, getPerson(personId).locale);
  const focused = given.at(-1);
  const values = focused ? await suggestValues(typing, given, focused) : [];
  return [...values, ...suggestOptions(typing, given)];
}

interface Typing {
  readonly world: World;
  readonly interactions: Interactions;
  readonly personId: string;
  readonly channel: ApiChannel;
  readonly text: string;
  readonly offer: OfferedCommand;
  readonly rest: string;
}

function suggestCommands(offered: readonly OfferedCommand[], personId: string, text: string) {
  const { locale } = getPerson(personId);
  const typed = text.toLowerCase().replace(/\s+/g, ' ');
  return offered
    .map((offer) => ({ offer, path: pathFor(offer, personId), own: ownPath(offer) }))
    .filter(({ path, own }) => path.startsWith(typed) || own.startsWith(typed))
    .map(({ offer, path }) => ({
      label: path,
      description: descriptionFor(offer.steps.at(-1) ?? offer.command, locale),
      text: `${path} `,
    }));
}

function ownPath({ command, steps }: OfferedCommand): string {
  return `/${[command, ...steps].map((one) => asText(one.name)).join(' ')}`;
}

/** The options not given yet, as far as the last word may become one of their names. */
function suggestOptions(
  { personId, offer, text }: Typing,
  given: readonly TypedOption[],
): readonly SandboxSuggestion[] {
  const { locale } = getPerson(personId);
  const word = /\S*$/.exec(text)?.[0] ?? '';
  const before = text.slice(0, text.length - word.length);
  return offer.options
    .filter((option) => !given.some((one) => one.option === option))
    .filter((option) => nameFor(option, locale).startsWith(word.toLowerCase()))
    .map((option) => ({
      label: `${nameFor(option, locale)}:`,
      description: descriptionFor(option, locale),
      text: `${before}${nameFor(option, locale)}:`,
    }));
}

async function suggestValues(
  typing: Typing,
  given: readonly TypedOption[],
  focused: TypedOption,
): Promise<readonly SandboxSuggestion[]> {
  const { option, from, value } = focused;
  const start = `${typing.text.slice(0, typing.text.length - typing.rest.length)}${typing.rest.slice(0, from)}`;
  const found = option.autocomplete === true ? await askBot(typing, given, focused) : known(typing, option, value);
  return found.map(({ label, value: taken }) => ({ label, text: `${start}${taken}` }));
}

interface Found {
  readonly label: string;
  readonly value: string;
}

/** What the client knows by itself: choices, people, yes and no. */
function known({ world, personId }: Typing, option: Json, typed: string): readonly Found[] {
  const { locale } = getPerson(personId);
  const same = (label: string): Found => ({ label, value: label });
  const all = () => {
    if (option.type === optionType.boolean) return ['True', 'False'].map(same);
    if (option.type === optionType.user) {
      return [...world.users.values()].map((user) => same(`@${user.global_name ?? user.username}`));
    }
    return asJsonList(option.choices).map((choice) => same(nameFor(choice, locale)));
  };
  const wanted = typed.toLowerCase().replace(/^@/, '');
  return all().filter(({ label }) => ` ${label.toLowerCase().replace(/^@/, '')}`.includes(` ${wanted}`));
}

/** Asks through an autocomplete interaction. What is taken is the choice's value, as a client sends it. */
async function askBot(typing: Typing, given: readonly TypedOption[], focused: TypedOption): Promise<readonly Found[]> {
  const { world, interactions, personId, channel, offer } = typing;
  const { locale } = getPerson(personId);
  const filled = given.flatMap((one): readonly FilledOption[] => {
    if (one === focused) return [{ option: one.option, value: one.value, focused: true }];
    const value = toOptionValue(world, one.option, one.value, locale);
    return value === null ? [] : [{ option: one.option, value }];
  });
  const kind = interactionType.autocomplete;
  const data = toCommandData(world, offer, filled, channel);
  const payload = { type: kind, data, ...toSurroundings(world, personId, channel) };
  const outcome = await interactions.send({ kind, personId, channelId: channel.id, payload });
  if (outcome.type !== 'choices') return [];
  return outcome.choices.map((choice) => ({ label: nameFor(choice, locale), value: String(choice.value) }));
}

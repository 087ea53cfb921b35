import { asInteger, asJsonList, type Json } from '../json.ts';
import { type ApiChannel, channelType, optionType as type } from '../model.ts';
import { lengthOf } from '../validation/check.ts';
import type { World } from '../world.ts';
import { goesBy } from './offered-commands.ts';
import { findUser, withMentions } from './person.ts';

export type OptionValue = string | number | boolean;

/** What a client makes of what was typed or picked for an option; null where it would not let it be sent. */
export function toOptionValue(world: World, option: Json, words: string, locale: string): OptionValue | null {
  const choices = asJsonList(option.choices);
  if (choices.length > 0) return pick(choices, words, locale);
  return readers[asInteger(option.type)]?.(world, words, option) ?? null;
}

function pick(choices: readonly Json[], words: string, locale: string): OptionValue | null {
  const found =
    choices.find((choice) => String(choice.value) === words) ?? choices.find((choice) => goesBy(choice, words, locale));
  return (found?.value as OptionValue | undefined) ?? null;
}

type Reader = (world: World, words: string, option: Json) => OptionValue | null;

const readText: Reader = (world, words, option) => {
  const text = withMentions(world, words);
  const fits =
    lengthOf(text) >= asInteger(option.min_length, 0) && lengthOf(text) <= asInteger(option.max_length, 6_000);
  return fits ? text : null;
};

const readNumber: Reader = (_, words, option) => {
  const number = Number(words);
  const whole = option.type !== type.integer || Number.isInteger(number);
  const { min_value: min, max_value: max } = option;
  const within = !(typeof min === 'number' && number < min) && !(typeof max === 'number' && number > max);
  return words !== '' && Number.isFinite(number) && whole && within ? number : null;
};

const readBoolean: Reader = (_, words) => ({ true: true, false: false })[words.toLowerCase()] ?? null;

const readUser: Reader = (world, words) => findUser(world, words);

const readRole: Reader = (world, words) => {
  const name = words.replace(/^<@&(\d+)>$/, '$1').replace(/^@/, '');
  return [...world.roles.values()].find((role) => role.id === name || role.name === name)?.id ?? null;
};

const readChannel: Reader = (world, words) => {
  const name = words.replace(/^<#(\d+)>$/, '$1').replace(/^#/, '');
  const channels = [...world.channels.values()].filter((channel) => channel.type !== channelType.direct);
  return channels.find((channel) => channel.id === name || channel.name === name)?.id ?? null;
};

const readers: Readonly<Record<number, Reader>> = {
  [type.string]: readText,
  [type.integer]: readNumber,
  [type.number]: readNumber,
  [type.boolean]: readBoolean,
  [type.user]: readUser,
  [type.role]: readRole,
  [type.channel]: readChannel,
  [type.mentionable]: (world, words, option) => readUser(world, words, option) ?? readRole(world, words, option),
};

/** The objects behind the ids among the values, as `resolved` carries roles and channels. */
export function toResolvedPlaces(world: World, ids: readonly string[]): Json {
  const roles = ids.flatMap((id) => world.roles.get(id) ?? []);
  const channels = ids.flatMap((id) => world.channels.get(id) ?? []);
  return {
    ...(roles.length > 0 ? { roles: Object.fromEntries(roles.map((role) => [role.id, role])) } : {}),
    ...(channels.length > 0 ? { channels: Object.fromEntries(channels.map((one) => [one.id, toPartial(one)])) } : {}),
  };
}

function toPartial({ id, name, type: kind, parent_id }: ApiChannel): Json {
  return { id, name, type: kind, parent_id, permissions: '0' };
}

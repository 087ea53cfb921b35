import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { cut } from '../../core/cut.ts';
import type { AnyOperation, Command } from '../../core/define.ts';
import type { Param } from '../../core/param.ts';
import { plain } from '../../core/rich-text.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { limits } from './limits.ts';

/** What is registered of a command. */
export type Registration = Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'options'> & {
  readonly options: APIApplicationCommandSubcommandOption[];
};

/** The words that registering needs of the catalogue. */
export type Words = Pick<Catalogue, 'locales' | 'speak'>;

/**
 * The commands as Discord registers them. No option is required there, as a missing one opens the form, on both
 * platforms alike; those that are required come first. What only controls carry is not registered.
 */
export function toRegistration(commands: readonly Command[], words: Words): Registration[] {
  return commands.map((command) => ({
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    ...toNamed(words, `commands.${command.name}`),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: Object.entries(command.subcommands).map(([name, operation]) =>
      toSubcommand(words, command.name, name, operation),
    ),
  }));
}

function toSubcommand(words: Words, command: string, name: string, { params }: AnyOperation) {
  const key = `commands.${command}.${name}`;
  const asked = Object.entries<Param<unknown>>(params).filter(([, param]) => !param.hidden);
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...toNamed(words, key),
    options: asked
      .toSorted(([, a], [, b]) => Number(b.required) - Number(a.required))
      .map(([option, param]) => toOption(words, `${key}.${option}`, option, param)),
  } satisfies APIApplicationCommandSubcommandOption;
}

function toOption(words: Words, key: string, name: string, param: Param<unknown>): APIApplicationCommandBasicOption {
  const base = { name, ...toNamed(words, key) };
  const { control, suggests } = param;
  switch (control.type) {
    case 'person':
      return { ...base, type: ApplicationCommandOptionType.User };
    case 'choice':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: control.values.map((value) => toChoice(words, key, value)),
      };
    case 'text':
      // What is suggested stands for a value and may be longer than the value is.
      if (suggests) return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        max_length: Math.min(control.maxLength, limits.command.value),
      };
    default:
      return control satisfies never;
  }
}

function toChoice(words: Words, key: string, value: string) {
  const { say, translations } = speak(words, `${key}.${value}`, limits.suggestions.label);
  return { name: say, ...(translations && { name_localizations: translations }), value };
}

/** Names in other languages (the English one is the name itself) and what it is for, in all. */
function toNamed(words: Words, key: string) {
  const name = speak(words, `${key}.name`, limits.command.name);
  const description = speak(words, `${key}.description`, limits.command.description);
  return {
    ...(name.translations && { name_localizations: name.translations }),
    description: description.say,
    ...(description.translations && { description_localizations: description.translations }),
  };
}

/** A message in English and in all other languages, by Discord's tags. */
function speak({ locales, speak }: Words, key: string, max: number) {
  const sayIn = (locale: string) => cut(plain(speak(locale)(key as MessageKey)), max);
  const translations: LocalizationMap = {};
  for (const locale of locales.filter((tag) => tag !== 'en')) {
    for (const tag of toDiscordLocales(locale)) translations[tag] = sayIn(locale);
  }
  return { say: sayIn('en'), ...(Object.keys(translations).length > 0 && { translations }) };
}

/** Every locale of Discord's that this language serves: Spanish is es-ES and es-419. */
function toDiscordLocales(locale: string): Locale[] {
  return Object.values(Locale).filter((tag) => tag === locale || tag.startsWith(`${locale}-`));
}

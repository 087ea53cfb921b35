import { asInteger, asJson, asJsonList, asText, isJson, type Json } from '../json.ts';
import { optionType as type } from '../model.ts';
import {
  type Check,
  checkBoolean,
  checkChoice,
  checkInteger,
  checkList,
  checkObjects,
  checkText,
  lengthOf,
} from './check.ts';
import { discordLocales, limits } from './limits.ts';

export const commandType = { chat: 1, user: 2, message: 3 } as const;

const chatName = /^[-_'\p{L}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u;

/** A list of commands, as it is registered in one go. */
export function checkCommands(check: Check, commands: readonly (readonly [Check, Json])[]): void {
  const names = new Set<string>();
  const counts: Record<number, number> = {};
  for (const [place, command] of commands) {
    checkCommand(place, command);
    const kind = kindOf(command);
    const key = `${kind} ${command.name}`;
    if (names.has(key)) {
      place.at('name').fail('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    names.add(key);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  for (const [kind, count] of Object.entries(counts)) {
    const max = Number(kind) === commandType.chat ? limits.chatCommands : limits.menuCommands;
    if (count > max) check.fail('APPLICATION_COMMAND_TOO_MANY', `At most ${max} commands of type ${kind}`);
  }
}

export function kindOf(command: Json): number {
  return asInteger(command.type, commandType.chat);
}

/** One command. */
export function checkCommand(check: Check, command: Json): void {
  checkChoice(check.at('type'), command.type, Object.values(commandType));
  checkText(check.at('default_member_permissions'), command.default_member_permissions, { max: 20 });
  checkBoolean(check.at('nsfw'), command.nsfw);
  checkEach(check.at('contexts'), command.contexts, [0, 1, 2]);
  checkEach(check.at('integration_types'), command.integration_types, [0, 1]);
  if (kindOf(command) === commandType.chat) checkChatCommand(check, command);
  else checkMenuCommand(check, command);
}

/** A command in the menu of a message or a person: a name alone. */
function checkMenuCommand(check: Check, command: Json): void {
  checkText(check.at('name'), command.name, { min: 1, max: limits.commandName, required: true });
  checkLocalizations(check.at('name_localizations'), command.name_localizations, (place, value) =>
    checkText(place, value, { min: 1, max: limits.commandName }),
  );
  for (const field of ['description', 'options']) {
    const value = command[field];
    if (value == null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    check.at(field).fail('APPLICATION_COMMAND_CONTEXT_MENU_FIELD', `Context menu commands cannot have ${field}`);
  }
}

function checkEach(check: Check, value: unknown, allowed: readonly number[]): void {
  checkList(check, value, { max: allowed.length }).forEach((one, index) => {
    checkChoice(check.at(index), one, allowed);
  });
}

function checkChatCommand(check: Check, command: Json): void {
  checkWords(check, command);
  checkOptions(check.at('options'), command.options, 0);
  if (weigh(command) > limits.commandTexts) {
    check.fail(
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size of ${limits.commandTexts} (${weigh(command)})`,
    );
  }
}

/** Name and description with their translations: the same rules for commands and options. */
function checkWords(check: Check, words: Json): void {
  const text = { min: 1, max: limits.commandDescription, required: true };
  checkName(check.at('name'), words.name);
  checkLocalizations(check.at('name_localizations'), words.name_localizations, checkName);
  checkText(check.at('description'), words.description, text);
  checkLocalizations(check.at('description_localizations'), words.description_localizations, (place, value) =>
    checkText(place, value, text),
  );
}

function checkName(check: Check, name: unknown): void {
  checkText(check, name, { min: 1, max: limits.commandName, required: true });
  if (typeof name !== 'string' || name === '') return;
  if (!chatName.test(name) || name !== name.toLowerCase()) {
    check.fail('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function checkLocalizations(check: Check, value: unknown, judge: (check: Check, value: unknown) => void): void {
  if (value == null) return;
  if (!isJson(value)) check.fail('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
  for (const [locale, words] of Object.entries(asJson(value))) {
    if (!discordLocales.has(locale)) check.fail('BASE_TYPE_CHOICES', `Locale ${locale} is not supported.`);
    if (words !== null) judge(check.at(locale), words);
  }
}

function checkOptions(check: Check, value: unknown, depth: number): void {
  const options = checkObjects(check, value, { max: limits.commandOptions });
  const nested = options.filter(([, option]) => isNested(option)).length;
  if (nested > 0 && nested < options.length) {
    check.fail(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
  checkUniqueNames(options);
  let optionalSeen = false;
  for (const [place, option] of options) {
    if (option.required === true && optionalSeen) {
      place.fail(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    optionalSeen ||= option.required !== true;
    checkOption(place, option, depth);
  }
}

const isNested = (option: Json) => option.type === type.subcommand || option.type === type.group;

/** No two options share a name, in any language. */
function checkUniqueNames(options: readonly (readonly [Check, Json])[]): void {
  const taken = new Set<string>();
  for (const [place, option] of options) {
    const words = Object.entries({ '': option.name, ...asJson(option.name_localizations) });
    const keys = words.filter(([, name]) => name !== null).map(([locale, name]) => `${locale}:${name}`);
    if (keys.some((key) => taken.has(key))) {
      place.at('name').fail('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    for (const key of keys) taken.add(key);
  }
}

function checkOption(check: Check, option: Json, depth: number): void {
  checkWords(check, option);
  checkChoice(check.at('type'), option.type, allowedTypes(depth), true);
  checkBoolean(check.at('required'), option.required);
  if (isNested(option)) {
    checkOptions(check.at('options'), option.options, option.type === 2 ? 1 : 2);
  } else {
    checkChoices(check, option);
    checkBounds(check, option);
  }
}

/** At the top anything; in a group subcommands alone; in a subcommand values alone. */
function allowedTypes(depth: number): readonly number[] {
  const values = Object.values(type).filter((one) => one > type.group);
  return depth === 0 ? Object.values(type) : depth === 1 ? [type.subcommand] : values;
}

const completable: readonly unknown[] = [type.string, type.integer, type.number];

function checkChoices(check: Check, option: Json): void {
  const choices = checkObjects(check.at('choices'), option.choices, { max: limits.commandChoices });
  checkBoolean(check.at('autocomplete'), option.autocomplete);
  if (!completable.includes(option.type) && (choices.length > 0 || option.autocomplete === true)) {
    check.fail('APPLICATION_COMMAND_OPTIONS_CHOICES_TYPE', 'Only strings and numbers have choices or autocomplete');
  }
  if (choices.length > 0 && option.autocomplete === true) {
    check.at('autocomplete').fail('APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'Choices and autocomplete are exclusive');
  }
  for (const [place, choice] of choices) checkOptionChoice(place, choice, option.type);
}

/** A choice, registered beforehand or given as an autocomplete's answer. */
export function checkOptionChoice(check: Check, choice: Json, kind: unknown): void {
  const name = { min: 1, max: limits.selectText, required: true };
  checkText(check.at('name'), choice.name, name);
  checkLocalizations(check.at('name_localizations'), choice.name_localizations, (place, value) =>
    checkText(place, value, name),
  );
  if (kind === type.string) checkText(check.at('value'), choice.value, { max: limits.selectText, required: true });
  else if (typeof choice.value !== 'number') check.at('value').fail('NUMBER_TYPE_COERCE', 'Value is not a number.');
}

function checkBounds(check: Check, option: Json): void {
  const text = option.type === type.string;
  checkInteger(check.at('min_length'), option.min_length, { min: 0, max: limits.optionLength });
  checkInteger(check.at('max_length'), option.max_length, { min: 1, max: limits.optionLength });
  for (const field of ['min_length', 'max_length']) {
    if (option[field] != null && !text) check.at(field).fail('APPLICATION_COMMAND_OPTIONS_LENGTH', 'Only for strings');
  }
  for (const field of ['min_value', 'max_value']) {
    if (option[field] != null && option.type !== type.integer && option.type !== type.number) {
      check.at(field).fail('APPLICATION_COMMAND_OPTIONS_VALUE', 'Only for numbers');
    }
  }
}

/** The texts of a command in sum; of a translated text, the longest counts. */
function weigh(words: Json): number {
  const longest = (field: string) =>
    Math.max(
      0,
      ...[words[field], ...Object.values(asJson(words[`${field}_localizations`]))].map((text) =>
        lengthOf(asText(text)),
      ),
    );
  const below = [...asJsonList(words.options), ...asJsonList(words.choices)];
  const own = longest('name') + longest('description') + lengthOf(asText(words.value));
  return below.reduce((sum, each) => sum + weigh(each), own);
}

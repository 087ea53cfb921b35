import { asInteger, asJsonList, type Json } from '../json.ts';
import { componentType as type } from '../model.ts';
import { isSnowflake } from '../snowflake.ts';
import { type Check, checkBoolean, checkChoice, checkInteger, checkObjects, checkText } from './check.ts';
import { limits } from './limits.ts';

/** What the default values of each select are; string selects mark their defaults in the options. */
const defaultKinds: Readonly<Record<number, readonly string[]>> = {
  [type.userSelect]: ['user'],
  [type.roleSelect]: ['role'],
  [type.mentionableSelect]: ['user', 'role'],
  [type.channelSelect]: ['channel'],
};

export function isSelect(component: Json): boolean {
  return component.type === type.stringSelect || defaultKinds[asInteger(component.type)] !== undefined;
}

/** How many values a select takes. */
export function boundsOf(select: Json): { readonly min: number; readonly max: number } {
  return { min: asInteger(select.min_values, 1), max: asInteger(select.max_values, 1) };
}

/** A select, apart from its custom id, which must be unique among its neighbours. */
export function checkSelect(check: Check, select: Json): void {
  checkText(check.at('placeholder'), select.placeholder, { max: limits.selectPlaceholder });
  checkInteger(check.at('min_values'), select.min_values, { min: 0, max: limits.selectOptions });
  checkInteger(check.at('max_values'), select.max_values, { min: 1, max: limits.selectOptions });
  checkBoolean(check.at('disabled'), select.disabled);
  const { min, max } = boundsOf(select);
  if (min > max) check.at('min_values').fail('SELECT_COMPONENT_MIN_VALUES_EXCEED_MAX', 'min_values exceeds max_values');
  if (select.type === type.stringSelect) checkOptions(check, select);
  else checkDefaults(check.at('default_values'), select);
}

function checkOptions(check: Check, select: Json): void {
  const place = check.at('options');
  const options = checkObjects(place, select.options, { min: 1, max: limits.selectOptions, required: true });
  const values = new Set<unknown>();
  for (const [at, option] of options) {
    checkText(at.at('label'), option.label, { min: 1, max: limits.selectText, required: true });
    checkText(at.at('value'), option.value, { min: 1, max: limits.selectText, required: true });
    checkText(at.at('description'), option.description, { max: limits.selectText });
    checkBoolean(at.at('default'), option.default);
    if (values.has(option.value)) {
      at.at('value').fail('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
    }
    values.add(option.value);
  }
  const { max } = boundsOf(select);
  if (max > options.length) {
    check.at('max_values').fail('SELECT_COMPONENT_MAX_VALUES_EXCEED_OPTIONS', 'max_values exceeds the options');
  }
  if (asJsonList(select.options).filter((option) => option.default === true).length > max) {
    place.fail('SELECT_COMPONENT_TOO_MANY_DEFAULT_OPTIONS', 'More default options than max_values');
  }
}

function checkDefaults(check: Check, select: Json): void {
  if (select.default_values == null) return;
  const { min, max } = boundsOf(select);
  const chosen = checkObjects(check, select.default_values, { max: limits.selectOptions });
  if (chosen.length > 0 && (chosen.length < min || chosen.length > max)) {
    check.fail('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  }
  for (const [at, value] of chosen) {
    checkChoice(at.at('type'), value.type, defaultKinds[asInteger(select.type)] ?? [], true);
    if (!isSnowflake(value.id)) at.at('id').fail('NUMBER_TYPE_COERCE', `Value "${value.id}" is not snowflake.`);
  }
}

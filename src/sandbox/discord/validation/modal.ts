import { asInteger, asJson, asText, type Json } from '../json.ts';
import { componentType as type } from '../model.ts';
import {
  type Check,
  checkBoolean,
  checkChoice,
  checkInteger,
  checkObjects,
  checkText,
  failRequired,
  lengthOf,
} from './check.ts';
import { checkCustomId, createSeen, type Seen } from './components.ts';
import { limits } from './limits.ts';
import { checkSelect, isSelect } from './select.ts';

const inModal = [type.row, type.text, type.label];
const inLabel = [
  type.stringSelect,
  type.textInput,
  type.userSelect,
  type.roleSelect,
  type.mentionableSelect,
  type.channelSelect,
  type.fileUpload,
];

/** What opens as a modal: `{ custom_id, title, components }`. */
export function checkModal(check: Check, modal: Json): void {
  checkText(check.at('custom_id'), modal.custom_id, { min: 1, max: limits.customId, required: true });
  checkText(check.at('title'), modal.title, { min: 1, max: limits.modalTitle, required: true });
  const rule = { min: 1, max: limits.modalComponents, required: true };
  const seen = createSeen();
  for (const [place, component] of checkObjects(check.at('components'), modal.components, rule)) {
    checkChoice(place.at('type'), component.type, inModal, true);
    if (component.type === type.label) checkLabel(place, component, seen);
    if (component.type === type.row) checkInputRow(place, component, seen);
    if (component.type === type.text) {
      checkText(place.at('content'), component.content, { min: 1, max: limits.displayedText, required: true });
    }
  }
}

function checkLabel(check: Check, label: Json, seen: Seen): void {
  checkText(check.at('label'), label.label, { min: 1, max: limits.label, required: true });
  checkText(check.at('description'), label.description, { max: limits.labelDescription });
  const place = check.at('component');
  if (label.component == null) failRequired(place);
  else checkLabelled(place, asJson(label.component), seen);
}

/** What stands below a label, which is its only one. */
function checkLabelled(place: Check, input: Json, seen: Seen): void {
  checkChoice(place.at('type'), input.type, inLabel, true);
  checkCustomId(place.at('custom_id'), input.custom_id, seen);
  checkBoolean(place.at('required'), input.required);
  if (input.type === type.textInput) checkTextInput(place, input);
  if (isSelect(input)) checkModalSelect(place, input);
  if (input.label != null) {
    place.at('label').fail('COMPONENT_LABEL_NOT_ALLOWED', 'A label cannot be set on a component within a label');
  }
}

function checkModalSelect(check: Check, select: Json): void {
  checkSelect(check, select);
  if (select.disabled === true) check.at('disabled').fail('BASE_TYPE_CHOICES', 'Value must be one of {false}.');
  if (select.required !== false && select.min_values === 0) {
    check.at('min_values').fail('SELECT_COMPONENT_REQUIRED_MIN_VALUES', 'A required select needs at least one value');
  }
}

/** The older way: a text input in a row, with its label on itself. */
function checkInputRow(check: Check, row: Json, seen: Seen): void {
  const children = checkObjects(check.at('components'), row.components, { min: 1, max: 1, required: true });
  for (const [place, input] of children) {
    checkChoice(place.at('type'), input.type, [type.textInput], true);
    checkCustomId(place.at('custom_id'), input.custom_id, seen);
    checkText(place.at('label'), input.label, { min: 1, max: limits.label, required: true });
    checkTextInput(place, input);
  }
}

function checkTextInput(check: Check, input: Json): void {
  checkChoice(check.at('style'), input.style, [1, 2], true);
  checkInteger(check.at('min_length'), input.min_length, { min: 0, max: limits.textInput });
  checkInteger(check.at('max_length'), input.max_length, { min: 1, max: limits.textInput });
  checkText(check.at('placeholder'), input.placeholder, { max: limits.textInputPlaceholder });
  const min = asInteger(input.min_length, 0);
  const max = asInteger(input.max_length, limits.textInput);
  if (min > max) check.at('min_length').fail('TEXT_INPUT_MIN_EXCEEDS_MAX', 'min_length exceeds max_length');
  checkText(check.at('value'), input.value, { max });
  if (asText(input.value) !== '' && lengthOf(asText(input.value)) < min) {
    check.at('value').fail('BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
  }
}

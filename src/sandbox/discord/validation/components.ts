import { asInteger, asJson, asText, type Json } from '../json.ts';
import { componentType as type } from '../model.ts';
import {
  type Check,
  checkBoolean,
  checkChoice,
  checkInteger,
  checkObjects,
  checkText,
  checkUrl,
  failRequired,
  lengthOf,
} from './check.ts';
import { limits } from './limits.ts';
import { checkSelect, isSelect } from './select.ts';

/** What has been seen of a message's or a modal's components so far. */
export interface Seen {
  readonly customIds: Set<string>;
  readonly ids: Set<number>;
  count: number;
  text: number;
}

export function createSeen(): Seen {
  return { customIds: new Set(), ids: new Set(), count: 0, text: 0 };
}

type Rule = (check: Check, component: Json, seen: Seen) => void;

const topLevelV2 = [type.row, type.section, type.text, type.gallery, type.file, type.separator, type.container];
const inContainer = topLevelV2.filter((one) => one !== type.container);

/** The components of a message. `v2` says whether its flag for the newer ones is set. */
export function checkComponents(check: Check, value: unknown, v2: boolean): void {
  const seen = createSeen();
  const rule = { max: v2 ? limits.components : limits.rows };
  for (const [place, component] of checkObjects(check, value, rule)) {
    checkComponent(place, component, v2 ? topLevelV2 : [type.row], seen);
  }
  if (seen.count > limits.components && v2) {
    check.fail('BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${limits.components} in length.`);
  }
  if (seen.text > limits.displayedText) {
    check.fail(
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Displayable text size exceeds maximum size of ${limits.displayedText}`,
    );
  }
}

/** One component, of one of the types that may stand in its place. */
function checkComponent(check: Check, component: Json, allowed: readonly number[], seen: Seen): void {
  seen.count += 1;
  checkOwnId(check.at('id'), component.id, seen);
  const kind = asInteger(component.type);
  if (allowed.includes(kind)) rules[kind]?.(check, component, seen);
  else checkChoice(check.at('type'), component.type, allowed, true);
}

function checkOwnId(check: Check, id: unknown, seen: Seen): void {
  checkInteger(check, id, { min: 0, max: 2 ** 31 - 1 });
  if (typeof id !== 'number' || id === 0) return;
  if (seen.ids.has(id)) check.fail('COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
  seen.ids.add(id);
}

/** A custom id: there, not too long, and not used before. */
export function checkCustomId(check: Check, value: unknown, seen: Seen): void {
  checkText(check, value, { min: 1, max: limits.customId, required: true });
  if (typeof value !== 'string') return;
  if (seen.customIds.has(value)) {
    check.fail('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  seen.customIds.add(value);
}

const checkRow: Rule = (check, row, seen) => {
  const children = checkObjects(check.at('components'), row.components, {
    min: 1,
    max: limits.buttonsInRow,
    required: true,
  });
  const selects = children.filter(([, child]) => isSelect(child)).length;
  if (selects > 0 && children.length > 1) {
    check.at('components').fail('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
  }
  const allowed = [type.button, ...selectTypes];
  for (const [place, child] of children) checkComponent(place, child, allowed, seen);
};

const selectTypes = [type.stringSelect, type.userSelect, type.roleSelect, type.mentionableSelect, type.channelSelect];

const linkStyle = 5;
const premiumStyle = 6;

const checkButton: Rule = (check, button, seen) => {
  checkChoice(check.at('style'), button.style, [1, 2, 3, 4, linkStyle, premiumStyle], true);
  checkText(check.at('label'), button.label, { max: limits.buttonLabel });
  checkBoolean(check.at('disabled'), button.disabled);
  const style = button.style;
  const named = asText(button.label) !== '' || button.emoji != null;
  if (!named && style !== premiumStyle) {
    check.fail('BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or an emoji');
  }
  if (style === linkStyle) return checkLinkButton(check, button);
  if (style === premiumStyle) return checkText(check.at('sku_id'), button.sku_id, { max: 19, required: true });
  checkCustomId(check.at('custom_id'), button.custom_id, seen);
  if (button.url != null) {
    check.at('url').fail('BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be set');
  }
};

function checkLinkButton(check: Check, button: Json): void {
  checkUrl(check.at('url'), button.url, {
    max: limits.buttonUrl,
    schemes: ['http:', 'https:', 'discord:'],
    required: true,
  });
  if (button.custom_id != null) {
    check
      .at('custom_id')
      .fail('BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be set');
  }
}

const checkTextDisplay: Rule = (check, component, seen) => {
  checkText(check.at('content'), component.content, { min: 1, max: limits.displayedText, required: true });
  seen.text += lengthOf(asText(component.content));
};

const checkSection: Rule = (check, section, seen) => {
  const rule = { min: 1, max: limits.sectionTexts, required: true };
  for (const [place, child] of checkObjects(check.at('components'), section.components, rule)) {
    checkComponent(place, child, [type.text], seen);
  }
  if (section.accessory == null) return failRequired(check.at('accessory'));
  checkComponent(check.at('accessory'), asJson(section.accessory), [type.button, type.thumbnail], seen);
};

const checkMedia: Rule = (check, component) => {
  checkUrl(check.at('media', 'url'), asJson(component.media).url, {
    schemes: ['http:', 'https:', 'attachment:'],
    required: true,
  });
  checkText(check.at('description'), component.description, { min: 1, max: limits.mediaDescription });
};

const checkGallery: Rule = (check, gallery, seen) => {
  const rule = { min: 1, max: limits.galleryItems, required: true };
  for (const [place, item] of checkObjects(check.at('items'), gallery.items, rule)) checkMedia(place, item, seen);
};

const checkFile: Rule = (check, component) =>
  checkUrl(check.at('file', 'url'), asJson(component.file).url, { schemes: ['attachment:'], required: true });

const checkSeparator: Rule = (check, separator) => {
  checkBoolean(check.at('divider'), separator.divider);
  checkChoice(check.at('spacing'), separator.spacing, [1, 2]);
};

const checkContainer: Rule = (check, container, seen) => {
  checkInteger(check.at('accent_color'), container.accent_color, { min: 0, max: 0xffffff });
  const rule = { min: 1, max: limits.components, required: true };
  for (const [place, child] of checkObjects(check.at('components'), container.components, rule)) {
    checkComponent(place, child, inContainer, seen);
  }
};

const checkMessageSelect: Rule = (check, select, seen) => {
  checkCustomId(check.at('custom_id'), select.custom_id, seen);
  checkSelect(check, select);
};

const rules: Readonly<Record<number, Rule>> = {
  [type.row]: checkRow,
  [type.button]: checkButton,
  [type.section]: checkSection,
  [type.text]: checkTextDisplay,
  [type.thumbnail]: checkMedia,
  [type.gallery]: checkGallery,
  [type.file]: checkFile,
  [type.separator]: checkSeparator,
  [type.container]: checkContainer,
  ...Object.fromEntries(selectTypes.map((one) => [one, checkMessageSelect])),
};

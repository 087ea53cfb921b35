import { asInteger, asJson, asJsonList, asList, asText, type Json } from '../json.ts';
import { type ApiMessage, messageFlag } from '../model.ts';
import { toRestError } from '../rest-error.ts';
import { isSnowflake } from '../snowflake.ts';
import { type Check, checkBoolean, checkForm, checkInteger, checkList, checkText } from './check.ts';
import { checkComponents } from './components.ts';
import { checkEmbeds } from './embed.ts';
import { limits } from './limits.ts';

/** Refuses a message as Discord does; `before` is the message that is edited, null for a new one. */
export function checkMessage(body: Json, before: ApiMessage | null, inside: readonly string[] = []): void {
  const flags = asInteger(body.flags, 0) | (before?.flags ?? 0);
  const v2 = (flags & messageFlag.componentsV2) !== 0;
  checkForm((root) => {
    const check = root.at(...inside);
    checkText(check.at('content'), trimmed(body.content), { max: limits.content });
    checkBoolean(check.at('tts'), body.tts);
    checkInteger(check.at('flags'), body.flags, { min: 0 });
    checkEmbeds(check.at('embeds'), body.embeds);
    checkComponents(check.at('components'), body.components, v2);
    checkAllowedMentions(check.at('allowed_mentions'), body.allowed_mentions);
    checkNonce(check.at('nonce'), body.nonce);
    if (v2) checkNoLegacyFields(check, body, before);
  });
  if (isEmpty(body, before)) throw toRestError(50006);
}

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value);

function checkNonce(check: Check, nonce: unknown): void {
  if (typeof nonce === 'number') checkInteger(check, nonce, {});
  else checkText(check, nonce, { max: limits.nonce });
}

function checkNoLegacyFields(check: Check, body: Json, before: ApiMessage | null): void {
  const used = {
    content: asText(given(body, before, 'content')) !== '',
    embeds: asList(given(body, before, 'embeds')).length > 0,
    poll: body.poll != null,
    sticker_ids: asList(body.sticker_ids).length > 0,
  };
  for (const [field, present] of Object.entries(used)) {
    if (!present) continue;
    check
      .at(field)
      .fail(
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  }
}

function given(body: Json, before: ApiMessage | null, field: 'content' | 'embeds' | 'components' | 'attachments') {
  return body[field] === undefined ? before?.[field] : body[field];
}

function isEmpty(body: Json, before: ApiMessage | null): boolean {
  const lists = (['embeds', 'components', 'attachments'] as const).map((field) => asList(given(body, before, field)));
  const text = asText(given(body, before, 'content')).trim();
  return text === '' && body.poll == null && lists.every((list) => list.length === 0);
}

function checkAllowedMentions(check: Check, value: unknown): void {
  const allowed = asJson(value);
  const parse = checkList(check.at('parse'), allowed.parse, { max: 3 });
  parse.forEach((kind, index) => {
    if (['roles', 'users', 'everyone'].includes(asText(kind))) return;
    check.at('parse', index).fail('BASE_TYPE_CHOICES', "Value must be one of ('roles', 'users', 'everyone').");
  });
  for (const kind of ['users', 'roles']) {
    const ids = checkList(check.at(kind), allowed[kind], { max: limits.allowedMentions });
    ids.forEach((id, index) => {
      if (!isSnowflake(id)) check.at(kind, index).fail('NUMBER_TYPE_COERCE', `Value "${id}" is not snowflake.`);
    });
    if (ids.length > 0 && parse.includes(kind)) {
      check.fail('MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', `parse:["${kind}"] and ${kind}: [ids...] are exclusive.`);
    }
  }
}

/** Every text of a message in which somebody can be mentioned: its content and its text displays. */
export function mentionableText(content: string, components: readonly Json[]): string {
  return [content, ...components.map(textOf)].filter((text) => text !== '').join('\n');
}

function textOf(component: Json): string {
  const own = component.type === 10 ? asText(component.content) : '';
  return [own, ...asJsonList(component.components).map(textOf)].filter((text) => text !== '').join('\n');
}

import { asJson, asJsonList, asText, type Json } from '../json.ts';
import { type Check, checkInteger, checkObjects, checkText, checkUrl, lengthOf } from './check.ts';
import { limits } from './limits.ts';

/** The embeds of a message, one by one and their texts together. */
export function checkEmbeds(check: Check, value: unknown): void {
  const embeds = checkObjects(check, value, { max: limits.embeds });
  for (const [place, embed] of embeds) checkEmbed(place, embed);
  const total = embeds.reduce((sum, [, embed]) => sum + textLength(embed), 0);
  if (total > limits.embedTexts) {
    check.fail('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${limits.embedTexts}`);
  }
}

function checkEmbed(check: Check, embed: Json): void {
  checkText(check.at('title'), embed.title, { max: limits.embedTitle });
  checkText(check.at('description'), embed.description, { max: limits.embedDescription });
  checkUrl(check.at('url'), embed.url);
  checkInteger(check.at('color'), embed.color, { min: 0, max: 0xffffff });
  checkText(check.at('footer', 'text'), asJson(embed.footer).text, { max: limits.embedFooter });
  checkText(check.at('author', 'name'), asJson(embed.author).name, { max: limits.embedAuthor });
  for (const media of ['image', 'thumbnail']) {
    checkUrl(check.at(media, 'url'), asJson(embed[media]).url, { schemes: ['http:', 'https:', 'attachment:'] });
  }
  if (embed.timestamp != null && Number.isNaN(Date.parse(asText(embed.timestamp)))) {
    check.at('timestamp').fail('DATE_TIME_TYPE_PARSE', `Could not parse ${embed.timestamp}.`);
  }
  for (const [place, field] of checkObjects(check.at('fields'), embed.fields, { max: limits.embedFields })) {
    checkText(place.at('name'), field.name, { max: limits.embedFieldName, required: true });
    checkText(place.at('value'), field.value, { max: limits.embedFieldValue, required: true });
  }
}

function textLength(embed: Json): number {
  const texts = [
    embed.title,
    embed.description,
    asJson(embed.footer).text,
    asJson(embed.author).name,
    ...asJsonList(embed.fields).flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce((sum: number, text) => sum + lengthOf(asText(text)), 0);
}

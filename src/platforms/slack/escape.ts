/** Characters that Slack reads as markup in `text` and `mrkdwn`: with these escaped, no word can mention anybody. */
export function escapeMarkup(words: string): string {
  return words.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What `escapeMarkup` turned the words into. */
export function unescapeMarkup(words: string): string {
  return words.replace(/&(amp|lt|gt);/g, (entity) => signs[entity] ?? entity);
}

const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

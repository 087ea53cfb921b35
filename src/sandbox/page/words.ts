/** The page's own words. They stand in the locales under `sandbox.<name>`; `{…}` is filled in by the browser. */
export const pageWords = [
  'title',
  'tagline',
  'noscript',
  'skip',
  'language',
  'guide.title',
  'guide.next',
  'guide.finished',
  'guide.done',
  'guide.create',
  'guide.create.command',
  'guide.invite',
  'guide.link',
  'guide.add',
  'guide.add.command',
  'guide.list',
  'clock.title',
  'clock.zone',
  'clock.hour',
  'clock.tomorrow',
  'clock.week',
  'clock.reset',
  'clock.moved',
  'person.choose',
  'person.admin',
  'places',
  'places.channels',
  'places.directs',
  'places.home',
  'places.home-empty',
  'connected',
  'disconnected',
  'messages',
  'messages.empty',
  'messages.app',
  'messages.edited',
  'messages.private',
  'messages.thinking',
  'messages.unknown',
  'composer.label',
  'composer.send',
  'composer.suggestions',
  'composer.hint',
  'select.choose',
  'form.close',
  'form.cancel',
  'form.submit',
  'form.optional',
  'failed',
  'failed.dismiss',
] as const;

export type PageWord = (typeof pageWords)[number];
export type PageWords = Readonly<Record<PageWord, string>>;

/** The page's words out of all words of a language. A missing one shows its key. */
export function toPageWords(all: Readonly<Record<string, string>>): PageWords {
  const pairs = pageWords.map((word) => [word, all[`sandbox.${word}`] ?? `sandbox.${word}`]);
  return Object.fromEntries(pairs) as PageWords;
}

/**
 * What Discord refuses to go beyond, lengths in UTF-16 units unless said. Sources: the developer documentation
 * ("Component Reference", "Application Commands", "Create Message") and Discord's OpenAPI description,
 * discord/discord-api-spec.
 */
export const limits = {
  message: {
    /** Components of all levels together, the container counted. */
    components: 40,
    /** All text displays of a message together. */
    text: 4_000,
    /** Accounts that a message may notify by name (`allowed_mentions.users`). */
    mentions: 100,
    /** An id that makes Discord take a message once. */
    nonce: 25,
    /** How many messages one look into the history gives. */
    history: 100,
  },
  customId: 100,
  row: { buttons: 5 },
  button: { label: 80, url: 512 },
  select: { options: 25, placeholder: 150, optionLabel: 100, optionValue: 100 },
  modal: { title: 45, fields: 5, label: 45, description: 100, placeholder: 150, value: 4_000 },
  /** A scheduled event ("Guild Scheduled Event"). */
  event: { name: 100, description: 1_000, location: 100 },
  suggestions: { count: 25, label: 100, value: 100 },
  command: {
    /** Commands of an application that are offered everywhere. */
    count: 100,
    name: 32,
    description: 100,
    options: 25,
    choices: 25,
    /** Of what can be typed into an option. */
    value: 6_000,
    /** Names, descriptions and choices of one command together, the longest translation of each counted. */
    text: 8_000,
  },
} as const;

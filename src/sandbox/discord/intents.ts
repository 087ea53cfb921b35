/** The intents that the sandbox's events belong to; 0 stands for what every bot is told. */
export const intent = {
  always: 0,
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
  guildScheduledEvents: 1 << 16,
} as const;

/** Bits that mean something: 0 to 16, 20, 21, 24 and 25. */
const known = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

/** To be granted by Discord; the sandbox's application has none of them, as Convener needs none. */
const privileged = intent.guildMembers | intent.guildPresences | intent.messageContent;

/** The code with which Discord closes a connection that asks for those intents; null where they are fine. */
export function refusedIntents(intents: unknown): 4013 | 4014 | null {
  if (!Number.isInteger(intents) || ((intents as number) & ~known) !== 0) return 4013;
  return ((intents as number) & privileged) === 0 ? null : 4014;
}

import type { SandboxChannel, SandboxMessage, SandboxModal, SandboxPerson, SandboxPlatform } from '../contract.ts';

/** The place of a person's own page of the bot (Slack's App Home), beside the channels. */
export const homePlace = 'home';

/** Who looks at a platform, and where in it. Empty strings where the page has not chosen yet. */
export interface Looking {
  readonly personId: string;
  /** A channel's id, or `home`. */
  readonly placeId: string;
}

/** One platform as one person sees it: what the server sends to the page whenever it changes. */
export interface Side {
  readonly platform: SandboxPlatform['name'];
  readonly workspace: string;
  readonly looking: Looking;
  readonly people: readonly SandboxPerson[];
  /** Channels, and this person's own direct conversation with the bot. */
  readonly channels: readonly SandboxChannel[];
  /** The latest ones, oldest first. */
  readonly messages: readonly SandboxMessage[];
  readonly modal: SandboxModal | null;
  /** Slack's `{ blocks }` while the person looks at their App Home. */
  readonly home: unknown;
  /** Whether the bot is connected. */
  readonly connected: boolean;
}

/** The sandbox's time as the page is told of it. */
export interface ClockState {
  /** ISO 8601 instant at the moment of sending. */
  readonly now: string;
  readonly moved: boolean;
}

const shownMessages = 200;

/**
 * The platform as `wanted` sees it. Somebody unknown is replaced by an admin, if there is one who speaks `language`
 * (two letters), as they may try everything; an unknown place by the first.
 */
export function toSide(platform: SandboxPlatform, wanted: Looking, language: string): Side {
  const person = platform.people.find(({ id }) => id === wanted.personId) ?? chooseNewcomer(platform.people, language);
  const personId = person?.id ?? '';
  const channels = platform.channels().filter(({ directWith }) => directWith === undefined || directWith === personId);
  const placeId = findPlace(platform, channels, wanted.placeId);
  const atHome = placeId === homePlace;
  return {
    platform: platform.name,
    workspace: platform.workspace.name,
    looking: { personId, placeId },
    people: platform.people,
    channels,
    messages: atHome ? [] : platform.messages(personId, placeId).slice(-shownMessages),
    modal: platform.modal(personId),
    home: atHome ? (platform.home(personId) ?? null) : null,
    connected: platform.connections() > 0,
  };
}

function chooseNewcomer(people: readonly SandboxPerson[], language: string): SandboxPerson | undefined {
  const admins = people.filter(({ admin }) => admin);
  return admins.find(({ locale }) => locale.startsWith(language)) ?? admins[0] ?? people[0];
}

function findPlace(platform: SandboxPlatform, channels: readonly SandboxChannel[], wanted: string): string {
  if (wanted === homePlace && platform.name === 'slack') return homePlace;
  return (channels.find(({ id }) => id === wanted) ?? channels[0])?.id ?? '';
}

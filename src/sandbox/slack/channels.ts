import type { SandboxChannel } from '../contract.ts';
import { people } from './people.ts';

/** A channel, or the direct conversation of one person with the bot. */
export interface SlackChannel extends SandboxChannel {
  /** Whether the bot is a member; it posts and reads nowhere else. */
  readonly botIn: boolean;
  readonly archived: boolean;
  /** Of a direct conversation: the bot may not write there. */
  readonly closed: boolean;
}

/** The channels that are not deleted. */
export interface Channels {
  readonly list: () => readonly SlackChannel[];
  readonly find: (id: string) => SlackChannel | null;
  /** As Slack reads the argument `channel`: an id, `#name`, or a person's id for their direct conversation. */
  readonly findAddressed: (address: string) => SlackChannel | null;
  readonly change: (id: string, change: Partial<Pick<SlackChannel, 'botIn' | 'archived' | 'closed'>>) => void;
  readonly remove: (id: string) => void;
}

const open = { botIn: true, archived: false, closed: false };

const founding: readonly SlackChannel[] = [
  { id: 'C0GENERAL1', name: 'general', ...open },
  { id: 'C0COMPASS1', name: 'compassionate-city', ...open },
  { id: 'C0RANDOM01', name: 'random', ...open },
  ...people.map((person) => ({
    id: `D${person.id.slice(1)}`,
    name: 'directmessage',
    directWith: person.id,
    ...open,
  })),
];

/** `more`: so many others, for programs that need many. */
export function createChannels(more = 0): Channels {
  const others = Array.from({ length: more }, (_, index) => ({ id: `C0MORE${index}`, name: `more-${index}`, ...open }));
  const channels = new Map([...founding, ...others].map((channel): [string, SlackChannel] => [channel.id, channel]));
  const list = () => [...channels.values()];
  return {
    list,
    find: (id) => channels.get(id) ?? null,
    findAddressed: (address) =>
      channels.get(address) ??
      list().find((channel) => channel.directWith === address || `#${channel.name}` === address) ??
      null,
    change: (id, change) => {
      const channel = channels.get(id);
      if (channel) channels.set(id, { ...channel, ...change });
    },
    remove: (id) => void channels.delete(id),
  };
}

/** Whether this person sees this channel: all channels, and their own direct conversation. */
export function sees(personId: string, channel: SlackChannel): boolean {
  return channel.directWith === undefined || channel.directWith === personId;
}

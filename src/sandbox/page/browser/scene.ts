import { createContext } from 'preact';
import type { SandboxChannel, SandboxPerson } from '../../contract.ts';
import type { Side } from '../state.ts';
import type { Hands } from './api.ts';
import type { Reader } from './markup/reader.ts';
import type { Say } from './words.ts';

/** What everything drawn in one platform's pane may need: who reads, whom ids name, and how to act. */
export interface SceneValue {
  readonly people: readonly SandboxPerson[];
  readonly channels: readonly SandboxChannel[];
  readonly nameOf: (personId: string) => string | undefined;
  readonly channelOf: (channelId: string) => string | undefined;
  readonly reader: Reader;
  /** The platform's own words, in the language of this person. */
  readonly say: Say;
  /** The words of an instant in the platform's own date styles. */
  readonly sayMoment: (at: Date, style: string, reader: Reader) => string;
  readonly hands: Hands;
  /** Does something and, where it fails, tells the person why. Resolves either way. */
  readonly attempt: (deed: () => Promise<unknown>) => Promise<void>;
}

// A context needs a value outside of any pane; there is no pane-less drawing, so none is ever used.
export const Scene = createContext<SceneValue>({} as SceneValue);

/** Names of the people, channels and (from its posts) the bot of a side. */
export function createNames(side: Side): Pick<SceneValue, 'nameOf' | 'channelOf'> {
  const names = new Map(side.messages.map(({ author }) => [author.id, author.name]));
  for (const { id, name } of side.people) names.set(id, name);
  const channels = new Map(side.channels.map(({ id, name }) => [id, name]));
  return { nameOf: (id) => names.get(id), channelOf: (id) => channels.get(id) };
}

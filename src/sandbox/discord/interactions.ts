import { randomBytes } from 'node:crypto';
import type { FaultPlan } from '../shared/faults.ts';
import { intent } from './intents.ts';
import type { Json } from './json.ts';
import type { ModalBoard } from './modals.ts';
import { interactionType, type StoredMessage } from './model.ts';
import { applicationId } from './seed.ts';
import type { World } from './world.ts';

export type InteractionKind = (typeof interactionType)[keyof typeof interactionType];

/** How long a bot may follow up after an interaction, in milliseconds. */
const tokenLife = 15 * 60_000;

/** How many interactions are remembered. */
const remembered = 10_000;

/** Somebody did something, and what became of it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly personId: string;
  readonly channelId: string;
  /** The message whose control was pressed, or whose control opened the modal. */
  readonly sourceId: string | null;
  /** The name of the command, for the line above the answer. */
  readonly name: string | null;
  readonly at: number;
  /** Late: the bot did not answer within its three seconds. */
  state: 'waiting' | 'answered' | 'late';
  /** The message that `@original` stands for. */
  originalId: string | null;
  readonly settle: (outcome: Outcome) => void;
}

/** What the person gets to see at once: an answer, choices to pick from, or that nobody answered. */
type Outcome =
  | { readonly type: 'answered' }
  | { readonly type: 'choices'; readonly choices: readonly Json[] }
  | { readonly type: 'failed' };

interface InteractionDraft {
  readonly kind: InteractionKind;
  readonly personId: string;
  readonly channelId: string;
  readonly source?: StoredMessage | null;
  readonly name?: string;
  /** The whole payload but for its id and token. */
  readonly payload: Json;
}

/** What people did, by id and by token. */
export interface Interactions {
  /** Tells the bot; resolves when it has answered, or has not in time. */
  readonly send: (draft: InteractionDraft) => Promise<Outcome>;
  readonly find: (id: string, token: string) => Interaction | null;
  /** Null where the token is unknown, not answered yet, or older than 15 minutes. */
  readonly findAnswered: (token: string) => Interaction | null;
  readonly modals: ModalBoard;
  /** Nobody waits for an answer any more. */
  readonly close: () => void;
}

/** `patience`: how long the bot has for its first answer, in milliseconds of real time. */
export function createInteractions(world: World, plan: FaultPlan, modals: ModalBoard, patience: number): Interactions {
  const byToken = new Map<string, Interaction>();
  const waiting = new Set<Interaction>();

  function remember(interaction: Interaction): void {
    byToken.set(interaction.token, interaction);
    if (byToken.size <= remembered) return;
    const [oldest] = byToken.keys();
    if (oldest !== undefined) byToken.delete(oldest);
  }

  function send(draft: InteractionDraft): Promise<Outcome> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        if (interaction.state === 'waiting') interaction.state = 'late';
        interaction.settle({ type: 'failed' });
      }, patience);
      const interaction = toInteraction(world, draft, (outcome) => {
        clearTimeout(timer);
        waiting.delete(interaction);
        resolve(outcome);
      });
      waiting.add(interaction);
      remember(interaction);
      tellBot(world, plan, interaction, draft.payload);
    });
  }

  return {
    send,
    find: (id, token) => {
      const found = byToken.get(token);
      return found?.id === id ? found : null;
    },
    findAnswered: (token) => {
      const found = byToken.get(token);
      const valid = found?.state === 'answered' && world.now().getTime() - found.at <= tokenLife;
      return found && valid ? found : null;
    },
    modals,
    close: () => {
      for (const interaction of waiting) interaction.settle({ type: 'failed' });
    },
  };
}

function toInteraction(world: World, draft: InteractionDraft, settle: Interaction['settle']): Interaction {
  return {
    id: world.nextId(),
    token: randomBytes(96).toString('base64url'),
    kind: draft.kind,
    personId: draft.personId,
    channelId: draft.channelId,
    sourceId: draft.source?.api.id ?? null,
    name: draft.name ?? null,
    at: world.now().getTime(),
    state: 'waiting',
    originalId: null,
    settle,
  };
}

function tellBot(world: World, plan: FaultPlan, { id, token }: Interaction, payload: Json): void {
  const data = { id, application_id: applicationId, token, version: 1, ...payload };
  world.gateway.dispatch('INTERACTION_CREATE', intent.always, data);
  const typing = payload.type === interactionType.autocomplete;
  if (!typing && plan.takeRepetition()) world.gateway.dispatch('INTERACTION_CREATE', intent.always, data);
}

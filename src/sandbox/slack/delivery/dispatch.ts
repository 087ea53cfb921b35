import type { FaultPlan } from '../../shared/faults.ts';
import type { Dict } from '../blocks/judge.ts';
import { bot, team } from '../people.ts';
import type { Ack, Deliver, Delivery } from './delivery.ts';

/** How often Slack tells an event again that was not acked. */
const retries = 3;

/** Tells the bot what people do. */
export interface Dispatch {
  /**
   * A command or an interaction: told once, or twice where that fault is planned. Each telling's ack is handed over
   * as it comes; resolves after the last.
   */
  readonly invoke: (kind: 'slash_commands' | 'interactive', payload: Dict, take: (ack: Ack) => void) => Promise<void>;
  /** An event: told again until it is acked. Resolves when that is settled. */
  readonly tell: (event: Dict) => Promise<void>;
}

export interface DispatchParts {
  /** The way to the bot at this moment. */
  readonly deliver: Deliver;
  readonly plan: FaultPlan;
  readonly nextId: () => string;
  readonly now: () => Date;
}

export function createDispatch({ deliver, plan, nextId, now }: DispatchParts): Dispatch {
  return {
    invoke: async (kind, payload, take) => {
      const told = tellings({ kind, payload }, plan.takeRepetition());
      await Promise.all(told.map(async (delivery) => take(await deliver(delivery))));
    },
    tell: async (event) => {
      const payload = toEventBody(event, nextId(), now());
      let told = await deliverAll(deliver, tellings({ kind: 'events_api', payload }, plan.takeRepetition()));
      for (let attempt = 1; attempt <= retries && isWorthRetrying(told); attempt += 1) {
        const reason = told.outcome === 'timeout' ? 'timeout' : 'http_error';
        told = await deliver({ kind: 'events_api', payload, retry: { attempt, reason } });
      }
    },
  };
}

/** The same words twice, where they are to be repeated: the second time as after a missing ack. */
function tellings(delivery: Delivery, repeated: boolean): readonly Delivery[] {
  return repeated ? [delivery, { ...delivery, retry: { attempt: 1, reason: 'timeout' } }] : [delivery];
}

async function deliverAll(deliver: Deliver, deliveries: readonly Delivery[]): Promise<Ack> {
  const acks = await Promise.all(deliveries.map(deliver));
  return acks.find((ack) => ack.outcome === 'acked') ?? acks[0] ?? { outcome: 'unreachable' };
}

// With nobody connected Slack waits minutes before it tries again: beyond what a sandbox plays.
function isWorthRetrying({ outcome }: Ack): boolean {
  return outcome === 'timeout' || outcome === 'refused';
}

function toEventBody(event: Dict, eventId: string, at: Date): Dict {
  return {
    token: 'sandbox',
    team_id: team.id,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(at.getTime() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.id, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}

import type { Interactions } from '../interactions.ts';
import type { World } from '../world.ts';
import { callbackRoutes } from './callback.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { identityRoutes } from './identity.ts';
import { messageRoutes } from './messages.ts';
import { createNonces } from './nonces.ts';
import type { Route } from './router.ts';
import { scheduledEventRoutes } from './scheduled-events.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every address that the sandbox answers. */
export function toRoutes(world: World, interactions: Interactions, gatewayUrl: () => string): readonly Route[] {
  return [
    ...identityRoutes(world, gatewayUrl),
    ...guildRoutes(world),
    ...channelRoutes(world),
    ...messageRoutes(world, createNonces(world.now)),
    ...callbackRoutes(world, interactions),
    ...webhookRoutes(world, interactions),
    ...commandRoutes(world),
    ...scheduledEventRoutes(world),
  ];
}

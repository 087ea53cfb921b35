import type { Interaction, Interactions } from '../interactions.ts';
import { asInteger, asJson } from '../json.ts';
import { editMessage, findMessage, removeMessage } from '../messages.ts';
import { messageFlag, type StoredMessage } from '../model.ts';
import { postFollowUp } from '../replies.ts';
import { toRestError } from '../rest-error.ts';
import { applicationId } from '../seed.ts';
import { checkMessage } from '../validation/message.ts';
import type { World } from '../world.ts';
import { type Call, noContent, ok, type Route, route } from './router.ts';

/** What follows the first answer to an interaction, by its token, for 15 minutes. */
export function webhookRoutes(world: World, interactions: Interactions): readonly Route[] {
  const find = (call: Call) => getMessage(world, getInteraction(interactions, call), call.params.message ?? '');
  const one = '/webhooks/:application/:token/messages/:message';
  return [
    route('POST /webhooks/:application/:token', (call) => ok(followUp(world, interactions, call).api), { open: true }),
    route(`GET ${one}`, (call) => ok(find(call).api), { open: true }),
    route(
      `PATCH ${one}`,
      (call) => {
        const message = find(call);
        checkMessage(asJson(call.body), message.api);
        return ok(editMessage(world, message, asJson(call.body)).api);
      },
      { open: true },
    ),
    route(
      `DELETE ${one}`,
      (call) => {
        removeMessage(world, find(call));
        return noContent;
      },
      { open: true },
    ),
  ];
}

function getInteraction(interactions: Interactions, { params }: Call): Interaction {
  const found = params.application === applicationId ? interactions.findAnswered(params.token ?? '') : null;
  if (!found) throw toRestError(10015);
  return found;
}

function getMessage(world: World, interaction: Interaction, id: string): StoredMessage {
  const wanted = id === '@original' ? interaction.originalId : id;
  const found = wanted === null ? null : findMessage(world, wanted);
  if (!found || (found.token !== interaction.token && found.api.id !== interaction.originalId))
    throw toRestError(10008);
  return found;
}

/** A further message. Directly after a deferral it takes the place of the one that is loading, and its privacy. */
function followUp(world: World, interactions: Interactions, call: Call): StoredMessage {
  const interaction = getInteraction(interactions, call);
  const body = asJson(call.body);
  checkMessage(body, null);
  const original = interaction.originalId ? findMessage(world, interaction.originalId) : null;
  if (original && original.api.flags & messageFlag.loading) return editMessage(world, original, body);
  return postFollowUp(world, interaction, body, asInteger(body.flags) & messageFlag.ephemeral);
}

import { numberComponents } from '../component-tree.ts';
import type { Interaction, InteractionKind, Interactions } from '../interactions.ts';
import { asInteger, asJson, type Json } from '../json.ts';
import { editMessage, findMessage } from '../messages.ts';
import { interactionType as kind, messageFlag, optionType, type StoredMessage } from '../model.ts';
import { postAnswer } from '../replies.ts';
import { toRestError } from '../rest-error.ts';
import { checkChoice, checkForm, checkObjects } from '../validation/check.ts';
import { checkOptionChoice } from '../validation/command.ts';
import { limits } from '../validation/limits.ts';
import { checkMessage } from '../validation/message.ts';
import { checkModal } from '../validation/modal.ts';
import type { World } from '../world.ts';
import { noContent, ok, type Reply, type Route, route } from './router.ts';

const callback = { reply: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

/** Which answers each interaction takes. Changing the message needs one that the interaction came from. */
const allowed: Readonly<Record<InteractionKind, readonly number[]>> = {
  [kind.command]: [callback.reply, callback.defer, callback.modal],
  [kind.component]: [callback.reply, callback.defer, callback.deferUpdate, callback.update, callback.modal],
  [kind.autocomplete]: [callback.choices],
  [kind.modal]: [callback.reply, callback.defer],
};

/** The first answer to an interaction. */
export function callbackRoutes(world: World, interactions: Interactions): readonly Route[] {
  return [
    route(
      'POST /interactions/:interaction/:token/callback',
      ({ params, query, body }) => {
        const interaction = getWaiting(interactions, params.interaction ?? '', params.token ?? '');
        const message = answer(world, interactions, interaction, asJson(body));
        return query.get('with_response') === 'true' ? toResponse(interaction, asJson(body), message) : noContent;
      },
      { open: true },
    ),
  ];
}

function getWaiting(interactions: Interactions, id: string, token: string): Interaction {
  const interaction = interactions.find(id, token);
  if (!interaction || interaction.state === 'late') throw toRestError(10062);
  if (interaction.state === 'answered') throw toRestError(40060);
  return interaction;
}

function answer(world: World, interactions: Interactions, interaction: Interaction, body: Json): StoredMessage | null {
  const type = asInteger(body.type, -1);
  const fromMessage = interaction.kind === kind.modal && interaction.sourceId !== null;
  const choices = [...allowed[interaction.kind], ...(fromMessage ? [callback.deferUpdate, callback.update] : [])];
  checkForm((check) => checkChoice(check.at('type'), type, choices, true));
  const message = effects[type]?.(world, interactions, interaction, asJson(body.data)) ?? null;
  interaction.state = 'answered';
  interaction.originalId = message?.api.id ?? null;
  // The modal that was sent closes as soon as the bot has taken it.
  if (interaction.kind === kind.modal) interactions.modals.close(interaction.personId);
  if (type !== callback.choices) interaction.settle({ type: 'answered' });
  return message;
}

type Effect = (world: World, interactions: Interactions, interaction: Interaction, data: Json) => StoredMessage | null;

const reply: Effect = (world, _, interaction, data) => {
  checkMessage(data, null, ['data']);
  return postAnswer(world, interaction, data, asInteger(data.flags) & messageFlag.ephemeral);
};

const defer: Effect = (world, _, interaction, data) => {
  const ephemeral = asInteger(data.flags) & messageFlag.ephemeral;
  return postAnswer(world, interaction, {}, messageFlag.loading | ephemeral);
};

const deferUpdate: Effect = (world, _, interaction) => getSource(world, interaction);

const update: Effect = (world, _, interaction, data) => {
  const source = getSource(world, interaction);
  checkMessage(data, source.api, ['data']);
  return editMessage(world, source, data);
};

const offerChoices: Effect = (_world, _interactions, interaction, data) => {
  let choices: readonly Json[] = [];
  checkForm((check) => {
    const place = check.at('data', 'choices');
    const found = checkObjects(place, data.choices, { max: limits.commandChoices });
    for (const [at, choice] of found) {
      checkOptionChoice(at, choice, typeof choice.value === 'number' ? optionType.number : optionType.string);
    }
    choices = found.map(([, choice]) => choice);
  });
  interaction.settle({ type: 'choices', choices });
  return null;
};

const openModal: Effect = (_world, { modals }, interaction, data) => {
  checkForm((check) => checkModal(check.at('data'), data));
  const payload = { ...data, components: numberComponents(data.components) };
  const { channelId, sourceId } = interaction;
  modals.open(interaction.personId, { payload, channelId, sourceId, errors: {} });
  return null;
};

const effects: Readonly<Record<number, Effect>> = {
  [callback.reply]: reply,
  [callback.defer]: defer,
  [callback.deferUpdate]: deferUpdate,
  [callback.update]: update,
  [callback.choices]: offerChoices,
  [callback.modal]: openModal,
};

function getSource(world: World, { sourceId }: Interaction): StoredMessage {
  const source = sourceId ? findMessage(world, sourceId) : null;
  if (!source) throw toRestError(10008);
  return source;
}

function toResponse({ id, kind: type }: Interaction, body: Json, message: StoredMessage | null): Reply {
  const flags = message?.api.flags ?? 0;
  return ok({
    interaction: {
      id,
      type,
      ...(message
        ? {
            response_message_id: message.api.id,
            response_message_loading: (flags & messageFlag.loading) !== 0,
            response_message_ephemeral: (flags & messageFlag.ephemeral) !== 0,
          }
        : {}),
    },
    resource: { type: body.type, ...(message ? { message: message.api } : {}) },
  });
}

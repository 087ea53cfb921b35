import {
  type AutocompleteInteraction,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { cut } from '../../core/cut.ts';
import type { Invocation, Suggestion } from '../../core/invocation.ts';
import type { Answer, Inbound } from '../../core/ports.ts';
import { text } from '../../core/rich-text.ts';
import { type Control, parseControlId } from './control-ids.ts';
import { toModal } from './forms.ts';
import { fromCommand, fromControl, fromModal, fromTyping } from './invocations.ts';
import type { KeptInputs } from './kept-inputs.ts';
import { limits } from './limits.ts';
import { toMessage } from './render.ts';
import type { Mending } from './render-actions.ts';
import { type Asking, respond, type Way } from './respond.ts';

/** What taking interactions needs. */
export interface InboundParts {
  readonly inbound: Inbound;
  readonly kept: KeptInputs;
  /** How long an answer is waited for before it is promised, in ms. */
  readonly patience: number;
  /** What the button is called that opens a form again, in this language (BCP 47). */
  readonly reopenLabel: (locale: string) => string;
}

/** Takes one interaction from its payload to its answer. Rejects only where Discord does not take the answer. */
export async function takeInteraction(parts: InboundParts, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return complete(parts, interaction);
  if (interaction.isChatInputCommand()) return act(parts, interaction, fromCommand(interaction));
  if (!interaction.isModalSubmit() && !interaction.isMessageComponent()) return;
  const control = parseControlId(interaction.customId, parts.kept.recall);
  if (!control) return takeNotOurs(interaction);
  if (interaction.isModalSubmit()) return act(parts, interaction, fromModal(interaction, control), control);
  const invocation = fromControl(interaction, control);
  return control.opensForm
    ? openForm(parts, interaction, invocation, true)
    : act(parts, interaction, invocation, control);
}

/** A control that no version of the bot made is taken and ignored: unanswered, Discord would say that it failed. */
async function takeNotOurs(interaction: MessageComponentInteraction | ModalSubmitInteraction): Promise<void> {
  if (!interaction.isModalSubmit() || interaction.isFromMessage()) return void (await interaction.deferUpdate());
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.deleteReply();
}

async function act(parts: InboundParts, asking: Asking, invocation: Invocation, control?: Control): Promise<void> {
  const plan = parts.inbound.plan(invocation);
  // Discord opens no form upon a form: what is missing in one is answered as an error, and the form offered again.
  if (plan.type === 'form' && !asking.isModalSubmit()) return openForm(parts, asking, invocation, false);
  const mends = control?.opensForm === true;
  const inPlace = mends || (plan.type === 'run' && plan.inPlace);
  const way = chooseWay(asking, inPlace, plan.type === 'run' && plan.visibility === 'space');
  await answer(parts, asking, invocation, { way, mends });
}

/** A failure does not take the place of what was pressed on, unless that is the failure it follows (`mends`). */
async function answer(
  parts: InboundParts,
  asking: Asking,
  invocation: Invocation,
  { way, mends }: { readonly way: Way; readonly mends: boolean },
): Promise<void> {
  const answered = parts.inbound.run(invocation).then((answer) => {
    return answer && { ...toReply(parts, invocation, answer), isApart: answer.failed === true && !mends };
  });
  await respond(asking, answered, way, parts.patience);
}

/** A command is answered as it was declared. Who presses something on a card that all see is answered alone. */
function chooseWay(asking: Asking, inPlace: boolean, forAll: boolean): Way {
  if (asking.isChatInputCommand()) return forAll ? 'space' : 'private';
  return inPlace && isOnPrivateMessage(asking) ? 'replace' : 'private';
}

function isOnPrivateMessage({ message }: MessageComponentInteraction | ModalSubmitInteraction): boolean {
  return message?.flags.has(MessageFlags.Ephemeral) ?? false;
}

/**
 * A modal cannot show what is wrong with it, and it closes when it is sent. So that nothing written is lost, an answer
 * that failed has a button that opens it again with everything in its place.
 */
function toReply(parts: InboundParts, { operation, input, via, actor }: Invocation, answer: Answer) {
  const mends = via === 'form' && answer.failed === true;
  const mending: Mending = {
    type: 'mend',
    label: text(parts.reopenLabel(actor.locale ?? '')),
    press: { operation, input },
  };
  const message = toMessage(answer.view, mends ? { mending } : {});
  parts.kept.keepAll(message.kept);
  return { message, isPrivate: answer.visibility === 'private' };
}

/**
 * A form that is opened again asks for everything, as after a typed command, and not only for what is missing. Where
 * something speaks against asking, that is the answer.
 */
async function openForm(
  parts: InboundParts,
  asking: Exclude<Asking, ModalSubmitInteraction>,
  invocation: Invocation,
  again: boolean,
): Promise<void> {
  const { inbound, kept } = parts;
  const form = await inbound.form(again ? { ...invocation, via: 'form' } : invocation);
  if (!form) return answer(parts, asking, invocation, { way: 'private', mends: false });
  const { modal, kept: unfit } = toModal(form, again);
  kept.keepAll(unfit);
  await asking.showModal(modal);
}

async function complete({ inbound }: InboundParts, interaction: AutocompleteInteraction): Promise<void> {
  const suggestions = await inbound.suggest(fromTyping(interaction));
  await interaction.respond(suggestions.filter(isTakable).slice(0, limits.suggestions.count).map(toChoice));
}

function isTakable({ label, value }: Suggestion): boolean {
  return label.trim() !== '' && value !== '' && value.length <= limits.suggestions.value;
}

function toChoice({ label, value }: Suggestion) {
  return { name: cut(label.toWellFormed(), limits.suggestions.label), value };
}

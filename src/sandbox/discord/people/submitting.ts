import { visit } from '../component-tree.ts';
import type { Interactions } from '../interactions.ts';
import { asInteger, asJson, asJsonList, asText, type Json } from '../json.ts';
import { findMessage } from '../messages.ts';
import type { OpenModal } from '../modals.ts';
import { type ApiChannel, interactionType, componentType as type } from '../model.ts';
import { lengthOf } from '../validation/check.ts';
import { isSelect } from '../validation/select.ts';
import type { World } from '../world.ts';
import { showNotice } from './notices.ts';
import { toResolvedPlaces } from './option-value.ts';
import { getChannelFor, toResolvedUsers, toSurroundings } from './person.ts';
import { choose } from './pressing.ts';

/**
 * A person sends the modal that stands open before them. Values go by custom id; several of a select are separated by
 * commas. What is not named keeps what was filled in before. The modal stays where the client refuses a value, or
 * where the bot does not answer.
 */
export async function submit(
  world: World,
  interactions: Interactions,
  personId: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const modal = interactions.modals.find(personId);
  if (!modal) throw new Error(`no modal stands open before ${personId}`);
  const filled = fill(world, modal, values);
  if (Object.keys(filled.errors).length > 0) {
    return interactions.modals.open(personId, { ...modal, errors: filled.errors });
  }
  const channel = getChannelFor(world, personId, modal.channelId);
  const source = modal.sourceId ? findMessage(world, modal.sourceId) : null;
  const kind = interactionType.modal;
  const payload = {
    type: kind,
    data: toSubmission(world, modal, filled.values, channel),
    ...(source ? { message: source.api } : {}),
    ...toSurroundings(world, personId, channel),
  };
  const outcome = await interactions.send({ kind, personId, channelId: channel.id, source, payload });
  if (outcome.type === 'failed') showNotice(world, personId, channel.id, { failed: true });
}

interface Filled {
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** By custom id: `required`, `too-short`, `too-long`, `choice`. */
  readonly errors: Readonly<Record<string, string>>;
}

function fill(world: World, { payload }: OpenModal, given: Readonly<Record<string, string>>): Filled {
  const values = new Map<string, readonly string[]>();
  const errors: Record<string, string> = {};
  const unknown = new Set(Object.keys(given));
  visit(payload.components, (input) => {
    const id = asText(input.custom_id);
    if (id === '') return;
    unknown.delete(id);
    const text = given[id];
    const error = isSelect(input)
      ? fillSelect(world, input, text === undefined ? defaultsOf(input) : split(text), values)
      : fillText(input, text ?? asText(input.value), values);
    if (error) errors[id] = error;
  });
  if (unknown.size > 0) throw new Error(`the modal has no field ${[...unknown].join(', ')}`);
  return { values, errors };
}

const split = (text: string) => (text === '' ? [] : text.split(',').map((one) => one.trim()));

function defaultsOf(select: Json): readonly string[] {
  const marked = asJsonList(select.options).filter((option) => option.default === true);
  return [
    ...marked.map((option) => asText(option.value)),
    ...asJsonList(select.default_values).map((one) => asText(one.id)),
  ];
}

function fillSelect(
  world: World,
  select: Json,
  chosen: readonly string[],
  values: Map<string, readonly string[]>,
): string | null {
  const optional = select.required === false || select.min_values === 0;
  if (chosen.length === 0) values.set(asText(select.custom_id), []);
  if (chosen.length === 0) return optional ? null : 'required';
  try {
    values.set(asText(select.custom_id), choose(world, select, chosen));
    return null;
  } catch {
    return 'choice';
  }
}

function fillText(input: Json, text: string, values: Map<string, readonly string[]>): string | null {
  values.set(asText(input.custom_id), [text]);
  if (text === '') return input.required === false ? null : 'required';
  if (lengthOf(text) < asInteger(input.min_length, 0)) return 'too-short';
  return lengthOf(text) > asInteger(input.max_length, 4_000) ? 'too-long' : null;
}

/** The submission's `data`: the modal's own structure, each input with what was filled in. */
function toSubmission(
  world: World,
  { payload }: OpenModal,
  values: ReadonlyMap<string, readonly string[]>,
  channel: ApiChannel,
): Json {
  const toFilled = (component: Json): Json => {
    const { type: kind, id, custom_id } = component;
    if (kind === type.label) return { type: kind, id, component: toFilled(asJson(component.component)) };
    if (kind === type.row) {
      return { type: kind, id, components: asJsonList(component.components).map(toFilled) };
    }
    const filled = values.get(asText(custom_id)) ?? [];
    if (kind === type.text) return { type: kind, id };
    if (kind === type.textInput) return { type: kind, id, custom_id, value: filled[0] ?? '' };
    return { type: kind, id, custom_id, values: filled };
  };
  const ids = [...values.values()].flat().filter((value) => /^\d{17,19}$/.test(value));
  const resolved = { ...toResolvedUsers(world, ids, channel), ...toResolvedPlaces(world, ids) };
  return {
    custom_id: payload.custom_id,
    components: asJsonList(payload.components).map(toFilled),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}

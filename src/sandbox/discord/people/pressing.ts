import { findComponent } from '../component-tree.ts';
import type { Interactions } from '../interactions.ts';
import { asInteger, asJsonList, type Json } from '../json.ts';
import { interactionType, type StoredMessage, componentType as type } from '../model.ts';
import { boundsOf, isSelect } from '../validation/select.ts';
import type { World } from '../world.ts';
import { showNotice } from './notices.ts';
import { toResolvedPlaces } from './option-value.ts';
import { findUser, getChannelFor, toResolvedUsers, toSurroundings } from './person.ts';

/** A person presses a button of a message, or chooses in one of its selects. Throws where no client could. */
export async function press(
  world: World,
  interactions: Interactions,
  personId: string,
  message: StoredMessage,
  customId: string,
  values: readonly string[] = [],
): Promise<void> {
  const control = findComponent(message.api.components, customId);
  if (!control) throw new Error(`message ${message.api.id} has no control ${customId}`);
  if (control.disabled === true) throw new Error(`${customId} is disabled`);
  const channel = getChannelFor(world, personId, message.api.channel_id);
  const chosen = isSelect(control) ? choose(world, control, values) : null;
  const ids = chosen && control.type !== type.stringSelect ? chosen : [];
  const resolved = { ...toResolvedUsers(world, ids, channel), ...toResolvedPlaces(world, ids) };
  const data: Json = {
    id: control.id,
    custom_id: customId,
    component_type: control.type,
    ...(chosen ? { values: chosen } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
  const kind = interactionType.component;
  const payload = { type: kind, data, message: message.api, ...toSurroundings(world, personId, channel) };
  const outcome = await interactions.send({ kind, personId, channelId: channel.id, source: message, payload });
  if (outcome.type === 'failed') showNotice(world, personId, channel.id, { failed: true });
}

/** The values that a select takes; people by id or `@name`. Throws where it does not offer them. */
export function choose(world: World, select: Json, values: readonly string[]): readonly string[] {
  const { min, max } = boundsOf(select);
  if (values.length < min || values.length > max) throw new Error(`a choice of ${min} to ${max} is wanted`);
  return values.map((value) => {
    const found = toChosen(world, select, value);
    if (found === null) throw new Error(`${select.custom_id} does not offer ${value}`);
    return found;
  });
}

function toChosen(world: World, select: Json, value: string): string | null {
  const kind = asInteger(select.type);
  if (kind === type.stringSelect) {
    return asJsonList(select.options).some((option) => option.value === value) ? value : null;
  }
  if (kind === type.userSelect || kind === type.mentionableSelect) return findUser(world, value);
  return world.roles.has(value) || world.channels.has(value) ? value : null;
}

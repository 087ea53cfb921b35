import type { Place } from '../../core/invocation.ts';
import type { Caller } from '../people/acting.ts';

/** The columns of a space that is linked here and now. */
export function toSpaceColumns({ place, placeName, now }: Caller) {
  return { ...place, name: placeName, linkedAt: now, linkedPlace: toLinkedPlace(place) };
}

/** A channel under one name, unique among the linked ones. */
export function toLinkedPlace({ platform, workspaceId, channelId }: Place): string {
  return `${platform}/${workspaceId}/${channelId}`;
}

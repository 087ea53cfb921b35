import type { Platform } from '../core/ports.ts';
import { createSlots } from '../core/slots.ts';

/** The same platform, of which the outbox wants only so much at once, however much it has at hand. */
export function toSlotted(platform: Platform, concurrency: number): Platform {
  const { within } = createSlots(concurrency);
  return {
    ...platform,
    post: (...given) => within(() => platform.post(...given)),
    edit: (...given) => within(() => platform.edit(...given)),
    findPosted: (...given) => within(() => platform.findPosted(...given)),
    postDirect: (...given) => within(() => platform.postDirect(...given)),
    findPostedDirect: (...given) => within(() => platform.findPostedDirect(...given)),
  };
}

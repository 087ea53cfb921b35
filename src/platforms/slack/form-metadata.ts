import { PlatformError } from '../../core/errors.ts';
import type { Place } from '../../core/invocation.ts';
import { decodePress, encodePress } from '../../core/press.ts';
import type { Form, Press } from '../../core/view.ts';
import { limits } from './limits.ts';

/** Where a form was opened, so that its answer comes back there. */
export interface Origin {
  readonly place: Place;
  readonly placeName: string;
  readonly direct: boolean;
  /** Slack's own address for answers there: five of them, for half an hour. */
  readonly responseUrl?: string;
}

/** What an open form remembers: what was known before it opened, and where that was. */
export interface FormMemory extends Origin {
  readonly press: Press;
}

type Stored = [press: string, channelId: string, placeName: string, direct: 0 | 1, responseUrl?: string];

/**
 * The `private_metadata` of a form. What its fields ask is not carried; the address for answers is left out where there
 * is no room. Throws `PlatformError` where what is known already is too long by itself.
 */
export function encodeMemory(form: Form, { place, placeName, direct, responseUrl }: Origin): string {
  const asked = new Set(form.fields.map((field) => field.name));
  const input = Object.fromEntries(Object.entries(form.press.input).filter(([name]) => !asked.has(name)));
  const stored: Stored = [encodePress({ ...form.press, input }), place.channelId, placeName, direct ? 1 : 0];
  const complete = JSON.stringify(responseUrl === undefined ? stored : [...stored, responseUrl]);
  const metadata = complete.length <= limits.view.privateMetadata ? complete : JSON.stringify(stored);
  if (metadata.length > limits.view.privateMetadata) throw new PlatformError('refused', 'too much for a form to carry');
  return metadata;
}

/** Reads what `encodeMemory` wrote; null where the form is none of ours. */
export function decodeMemory(metadata: string, workspaceId: string): FormMemory | null {
  const stored = readJson(metadata);
  if (!Array.isArray(stored) || typeof stored[0] !== 'string' || typeof stored[1] !== 'string') return null;
  const [id, channelId, placeName, direct, responseUrl] = stored as Stored;
  const press = decodePress(id);
  return (
    press && {
      press,
      place: { platform: 'slack', workspaceId, channelId },
      placeName,
      direct: direct === 1,
      ...(responseUrl !== undefined && { responseUrl }),
    }
  );
}

function readJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

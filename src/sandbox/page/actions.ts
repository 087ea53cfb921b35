import { z } from 'zod';
import type { SandboxPlatform } from '../contract.ts';
import { homePlace } from './state.ts';

const id = z.string().min(1).max(300);
const typed = z.object({ personId: id, placeId: id, text: z.string().max(10_000) });
const pressed = z.object({
  personId: id,
  messageId: id,
  controlId: id,
  values: z.array(z.string().max(4000)).max(25).optional(),
});
const submitted = z.object({ personId: id, values: z.record(z.string(), z.string().max(10_000)) });
const someone = z.object({ personId: id });

/** One thing that a person does on a platform, from the body of a request. Throws `ZodError` where that is none. */
type Act = (platform: SandboxPlatform, body: unknown) => Promise<unknown>;

const acts: Readonly<Record<string, Act>> = {
  type: (platform, body) => {
    const { personId, placeId, text } = typed.parse(body);
    return platform.type(personId, placeId, text);
  },
  suggest: (platform, body) => {
    const { personId, placeId, text } = typed.parse(body);
    return platform.suggest(personId, placeId, text);
  },
  press: (platform, body) => {
    const { personId, messageId, controlId, values } = pressed.parse(body);
    return platform.press(personId, messageId, controlId, values);
  },
  submit: (platform, body) => {
    const { personId, values } = submitted.parse(body);
    return platform.submit(personId, values);
  },
  dismiss: (platform, body) => platform.dismiss(someone.parse(body).personId),
  [homePlace]: (platform, body) => platform.openHome(someone.parse(body).personId),
};

/** What people can do on a platform, by the last part of the address that it is sent to; null where there is none. */
export function findAct(name: string): Act | null {
  return Object.hasOwn(acts, name) ? (acts[name] ?? null) : null;
}

/** Where the clock is to go: an instant, or null for the machine's time. */
export const clockMove = z.object({ at: z.iso.datetime().nullable() });

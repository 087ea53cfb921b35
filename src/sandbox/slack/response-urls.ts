import { ApiError } from './api-error.ts';
import { randomWord } from './ids.ts';

const lifetime = 30 * 60_000;
const uses = 5;
const remembered = 10_000;

/** Where answers through such an address go. */
export interface ResponseTarget {
  readonly personId: string;
  readonly channelId: string;
  /** The `ts` of the message that was pressed, for `replace_original` and `delete_original`. */
  readonly originalTs?: string;
}

/** Addresses by which the bot answers an interaction: five times within half an hour. */
export interface ResponseUrls {
  /** The path of a new address, to be put after the server's origin. */
  readonly issue: (kind: 'commands' | 'actions', target: ResponseTarget) => string;
  /** Uses it once. Throws Slack's refusal where it is unknown, used up or too old. */
  readonly redeem: (path: string) => ResponseTarget;
}

export function createResponseUrls(teamId: string, clock: () => number): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; until: number; left: number }>();
  let last = 0;
  return {
    issue: (kind, target) => {
      last += 1;
      const path = `/${kind}/${teamId}/${last}/${randomWord()}${randomWord()}`;
      issued.set(path, { target, until: clock() + lifetime, left: uses });
      if (issued.size > remembered) issued.delete(issued.keys().next().value ?? '');
      return path;
    },
    redeem: (path) => {
      const found = issued.get(path);
      if (!found || clock() > found.until) throw new ApiError('expired_url');
      if (found.left === 0) throw new ApiError('used_url');
      found.left -= 1;
      return found.target;
    },
  };
}

import { useEffect, useState } from 'preact/hooks';
import type { SandboxPlatform } from '../../contract.ts';
import type { ClockState, Looking, Side } from '../state.ts';
import { start } from './words.ts';

export type PlatformName = SandboxPlatform['name'];
export type Lookings = Readonly<Partial<Record<PlatformName, Looking>>>;

/** The clock as last told, and when it was told by this browser's own clock (milliseconds of `performance.now`). */
export interface ClockReading extends ClockState {
  readonly readAt: number;
}

export interface Live {
  readonly sides: Readonly<Partial<Record<PlatformName, Side>>>;
  readonly clock: ClockReading | null;
}

/** What the server shows these lookers, kept up to date. The browser itself reconnects after a loss. */
export function useLive(lookings: Lookings): Live {
  const [live, setLive] = useState<Live>({ sides: {}, clock: null });
  const query = toQuery(lookings);
  useEffect(() => {
    const source = new EventSource(`/sandbox/live?${query}`);
    source.addEventListener('side', ({ data }) => {
      const side = JSON.parse(data) as Side;
      setLive((before) => ({ ...before, sides: { ...before.sides, [side.platform]: side } }));
    });
    source.addEventListener('clock', ({ data }) => {
      const clock = { ...(JSON.parse(data) as ClockState), readAt: performance.now() };
      setLive((before) => ({ ...before, clock }));
    });
    source.addEventListener('error', () => setLive(withoutConnections));
    return () => source.close();
  }, [query]);
  return live;
}

/** Without the server nothing is connected; once it is back it sends both sides anew. */
function withoutConnections({ sides, clock }: Live): Live {
  const lost = Object.entries(sides).map(([name, side]) => [name, { ...side, connected: false }]);
  return { sides: Object.fromEntries(lost), clock };
}

function toQuery(lookings: Lookings): string {
  const pairs = Object.entries(lookings).map(([name, { personId, placeId }]) => [name, `${personId}/${placeId}`]);
  return new URLSearchParams([['lang', start.locale], ...pairs]).toString();
}

import type { SSEStreamingApi } from 'hono/streaming';
import type { SandboxPlatform } from '../contract.ts';
import type { SandboxClock } from './clock.ts';
import type { ClockState, Side } from './state.ts';

/** What is shown live: both platforms and the clock. */
export interface Shown {
  readonly platforms: readonly SandboxPlatform[];
  readonly clock: SandboxClock;
  /** Called after the clock was moved. Returns its own undoing. */
  readonly onClock: (listener: () => void) => () => void;
}

/** Sends each side at once and again whenever it looks different, until the page goes away or `ending` says so. */
export async function sendLive(
  stream: SSEStreamingApi,
  shown: Shown,
  toShown: (platform: SandboxPlatform) => Side,
  ending: AbortSignal,
): Promise<void> {
  const stops = [
    shown.onClock(() => void sendClock(stream, shown.clock)),
    ...shown.platforms.map((platform) => followPlatform(stream, platform, () => toShown(platform))),
  ];
  await sendClock(stream, shown.clock);
  await new Promise<void>((resolve) => {
    stream.onAbort(resolve);
    if (ending.aborted) resolve();
    ending.addEventListener('abort', () => resolve());
  });
  for (const stop of stops) stop();
}

/** Many changes in one turn of the event loop are sent as one; what this person cannot see is not sent at all. */
function followPlatform(stream: SSEStreamingApi, platform: SandboxPlatform, toShown: () => Side): () => void {
  let sent = '';
  let scheduled: NodeJS.Immediate | undefined;
  const send = () => {
    scheduled = undefined;
    const data = JSON.stringify(toShown());
    if (data === sent) return;
    sent = data;
    void stream.writeSSE({ event: 'side', data });
  };
  const stop = platform.onChange(() => {
    scheduled ??= setImmediate(send);
  });
  send();
  return () => {
    stop();
    clearImmediate(scheduled);
  };
}

function sendClock(stream: SSEStreamingApi, clock: SandboxClock): Promise<void> {
  const state: ClockState = { now: clock.now().toISOString(), moved: clock.moved() };
  return stream.writeSSE({ event: 'clock', data: JSON.stringify(state) });
}

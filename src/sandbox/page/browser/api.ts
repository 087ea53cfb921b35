import type { SandboxPlatform, SandboxSuggestion } from '../../contract.ts';
import type { Looking } from '../state.ts';

type PlatformName = SandboxPlatform['name'];

/** Does what a person does. Rejects with the server's reason, which is the platform's or the bot's own. */
async function post(path: string, body: object, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(`/sandbox/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Error(readReason(answer) ?? response.statusText);
  return answer;
}

function readReason(answer: unknown): string | null {
  return typeof answer === 'object' && answer !== null && 'error' in answer ? String(answer.error) : null;
}

export async function suggest(platform: PlatformName, looking: Looking, text: string, signal: AbortSignal) {
  return (await post(`${platform}/suggest`, { ...looking, text }, signal)) as readonly SandboxSuggestion[];
}

/** Everything that this person can do where they look. */
export function createHands(platform: PlatformName, looking: Looking) {
  const { personId } = looking;
  return {
    type: (text: string) => post(`${platform}/type`, { ...looking, text }),
    press: (messageId: string, controlId: string, values?: readonly string[]) =>
      post(`${platform}/press`, { personId, messageId, controlId, values }),
    submit: (values: Readonly<Record<string, string>>) => post(`${platform}/submit`, { personId, values }),
    dismiss: () => post(`${platform}/dismiss`, { personId }),
    openHome: () => post(`${platform}/home`, { personId }),
  };
}

export type Hands = ReturnType<typeof createHands>;

/** Moves the sandbox's clock; null puts it back to the machine's time. */
export function moveClock(at: Date | null): Promise<unknown> {
  return post('clock', { at: at?.toISOString() ?? null });
}

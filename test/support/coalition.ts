import assert from 'node:assert/strict';
import type { SandboxedConvener } from '../../src/main-sandbox.ts';
import { type Actor, actor } from './acting.ts';

type Platforms = Pick<SandboxedConvener, 'slack' | 'discord'>;

/** A coalition that meets on both platforms, made as people make it: created in Slack, linked in Discord by its code. */
export async function conveneOnBoth({ slack, discord }: Platforms) {
  const maria = actor(slack, 'Maria');
  const luz = actor(discord, 'Luz');
  await maria.ask('/coalition create Compassionate Riverside timezone:UTC locale:en');
  const code = await inviteBy(maria);
  await luz.ask(`/coalition link code:${code}`);
  return { maria, luz, sam: actor(slack, 'Sam'), kai: actor(discord, 'Kai'), code };
}

/** The code that an organizer is given to link another channel. */
export async function inviteBy(organizer: Actor): Promise<string> {
  return codeIn(await organizer.ask('/coalition invite'));
}

/** The code that somebody was told. */
export function codeIn(words: string): string {
  const [code] = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(words) ?? [];
  assert.ok(code, words);
  return code;
}

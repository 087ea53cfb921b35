import assert from 'node:assert/strict';
import type { SandboxedConvener } from '../../src/main-sandbox.ts';
import { actor } from './acting.ts';

/** A coalition that meets on both platforms, made as people make it: created in Slack, linked in Discord by its code. */
export async function conveneOnBoth({ slack, discord }: SandboxedConvener) {
  const maria = actor(slack, 'Maria');
  const luz = actor(discord, 'Luz');
  await maria.ask('/coalition create Compassionate Riverside timezone:UTC locale:en');
  const invitation = await maria.ask('/coalition invite');
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(invitation)?.[0];
  assert.ok(code, invitation);
  await luz.ask(`/coalition link code:${code}`);
  return { maria, luz, sam: actor(slack, 'Sam'), kai: actor(discord, 'Kai'), code };
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toNamedSpace, withNamesakes } from '../../../src/domain/audiences/named-space.ts';
import { unlinkSpace } from '../../../src/domain/coalitions/unlink-space.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { foundCoalition, foundOnBoth, inSlack, spaceOf } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const named = async (acting: Acting) => {
  const { id } = spaceOf(acting);
  return toNamedSpace(await acting.db.space.findUniqueOrThrow({ where: { id }, include: withNamesakes }));
};

describe('a space', () => {
  it('goes by its name alone where no other of its coalition has that name', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    assert.deepEqual(await named(maria), { name: 'general', platform: null });
  });

  it('is named with its platform where another has the same name, with or without a sign before it', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    await store.db.space.update({ where: { id: spaceOf(juan).id }, data: { name: '#General' } });
    assert.deepEqual(await named(maria), { name: 'general', platform: 'slack' });
    assert.deepEqual(await named(juan), { name: '#General', platform: 'discord' });
    await unlinkSpace(juan);
    assert.deepEqual(await named(maria), { name: 'general', platform: null });
  });
});

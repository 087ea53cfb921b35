import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadMembers } from '../../../src/domain/people/load-members.ts';
import { loadNames } from '../../../src/domain/people/load-names.ts';
import { toMentionable } from '../../../src/domain/people/mentionable.ts';
import { actAt, foundOnBoth, inSlack, noon } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

it('names members as they are mentioned everywhere, with all of their accounts or none', async (t) => {
  const store = await openTestStore(t);
  const { db } = store;
  const { maria, juan } = await foundOnBoth(store);
  const amina = await actAt(store, inSlack, 'Amina');
  const other = { platform: 'discord', workspaceId: '', accountId: '77', name: 'Maria', createdAt: noon } as const;
  await db.account.create({ data: { ...other, personId: maria.person.id } });
  await db.account.deleteMany({ where: { personId: amina.person.id } });
  const ids = [maria.member.id, juan.member.id, amina.member.id];
  const members = await loadMembers(db, ids);
  const names = await loadNames(db, [...ids, null, 'nobody', maria.member.id]);
  assert.deepEqual([...names.keys()].sort(), ids.toSorted());
  for (const [id, { coalitionId, person }] of members) {
    assert.deepEqual(names.get(id), { coalitionId, person: toMentionable(person) });
  }
  assert.equal(names.get(maria.member.id)?.person.accounts.length, 2);
  assert.deepEqual(names.get(amina.member.id)?.person.accounts, []);
});

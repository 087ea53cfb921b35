import assert from 'node:assert/strict';
import { it } from 'node:test';
import { changeSettings } from '../../../src/domain/coalitions/change-settings.ts';
import { describeCoalition } from '../../../src/domain/coalitions/describe-coalition.ts';
import { joinCoalition } from '../../../src/domain/coalitions/join-coalition.ts';
import { leaveCoalition } from '../../../src/domain/coalitions/leave-coalition.ts';
import { listMembers } from '../../../src/domain/coalitions/list-members.ts';
import { actAt, foundCoalition, foundOnBoth, inSlack } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

it('lists members by name, filtered by role and by sector whatever its case', async (t) => {
  const { maria, juan } = await foundOnBoth(await openTestStore(t));
  await joinCoalition(juan, { sector: 'Educación', area: 'North' });
  const names = async (query: Parameters<typeof listMembers>[1]) =>
    (await listMembers(maria, query)).members.map(({ who }) => who.name);
  assert.deepEqual(await names({}), ['Juan', 'Maria']);
  assert.deepEqual(await names({ role: 'organizer' }), ['Maria']);
  assert.deepEqual(await names({ sector: 'educacion' }), ['Juan']);
});

it('keeps what a second joining leaves out', async (t) => {
  const { juan } = await foundOnBoth(await openTestStore(t));
  await joinCoalition(juan, { sector: 'Faith' });
  const { sector, area, who } = await joinCoalition(juan, { area: 'North' });
  assert.deepEqual([sector, area, who.name], ['Faith', 'North', 'Juan']);
});

it('shows twenty on a page, and the last page where a later one is asked for', async (t) => {
  const store = await openTestStore(t);
  const maria = await foundCoalition(store, inSlack);
  for (let index = 1; index <= 20; index += 1) await actAt(store, inSlack, `Person ${index}`);
  const first = await listMembers(maria, {});
  const last = await listMembers(maria, { page: 99 });
  assert.deepEqual([first.members.length, first.page, first.pages, first.total], [20, 1, 2, 21]);
  assert.deepEqual([last.members.length, last.page], [1, 2]);
});

it('describes a coalition in numbers, without those who left', async (t) => {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  const rosa = await actAt(store, inSlack, 'Rosa');
  await joinCoalition(rosa, { sector: 'Health' });
  await joinCoalition(juan, { sector: 'Faith', area: 'North' });
  await leaveCoalition(juan);
  const { roles, sectors, areas, spaces } = await describeCoalition(maria);
  assert.deepEqual(roles, { organizer: 1, facilitator: 0, 'bridge-builder': 0, member: 1 });
  assert.deepEqual([sectors, areas], [['Health'], []]);
  assert.deepEqual(
    spaces.map(({ platform }) => platform),
    ['slack', 'discord'],
  );
});

it('changes the settings that are given', async (t) => {
  const { maria } = await foundOnBoth(await openTestStore(t));
  const { coalition } = await changeSettings(maria, { zone: 'Europe/Madrid' });
  const { name, zone, locale } = coalition;
  assert.deepEqual([name, zone, locale], ['Neighbours', 'Europe/Madrid', 'en']);
});

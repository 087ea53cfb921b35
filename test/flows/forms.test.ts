import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

describe('a form', () => {
  it('opens in Slack where the title is missing, with what was given filled in', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    await sam.type('/task add due:2030-03-15 owner:@Sam Rivera notes:Ask for Saturdays');
    const { title, owner, due, notes } = (await sam.form()).values;
    assert.deepEqual([title, owner, due, notes], ['', sam.id, '2030-03-15', 'Ask for Saturdays']);
    assert.match(await sam.submit({ title: 'Call the food bank' }), /Added T-1/);
    assert.match(await kai.see(/T-1 · Call the food bank.*Status/), /Sam Rivera.*March 15, 2030.*Ask for Saturdays/);
  });

  it('opens upon a button where an input is missing, on both platforms, and asks for that alone', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    await kai.ask('/task mine');
    await sam.ask('/task add Call the food bank owner:Kai');
    await kai.see(/T-1 · Call the food bank.*Status/);
    await sam.see(/T-1 · Call the food bank.*Status/);
    for (const [somebody, due, shown] of [
      [sam, '2030-03-15', /T-1 · Call.*March 15, 2030/],
      [kai, '2030-04-01', /T-1 · Call.*April 1, 2030/],
    ] as const) {
      await somebody.press('Due date');
      assert.deepEqual(Object.keys((await somebody.form()).values), ['due']);
      assert.match(await somebody.submit({ due }), /The due date of T-1 · Call the food bank is now/);
      await sam.see(shown);
      await kai.see(shown);
    }
  });

  it('takes a choice and a person, on both platforms', async (t) => {
    const convener = await startTestConvener(t);
    const { maria, luz, sam, kai } = await conveneOnBoth(convener);
    await sam.ask('/coalition join');
    await maria.type('/coalition role');
    assert.deepEqual((await maria.form()).values, { member: '', role: '' });
    assert.match(await maria.submit({ member: sam.id, role: 'facilitator' }), /Sam Rivera|U0SAM/);

    await kai.ask('/coalition join');
    await maria.ask('/coalition role @Luz role:organizer');
    await kai.ask('/task list');
    await kai.press('Add a task');
    const { title, owner } = (await kai.form()).values;
    assert.deepEqual([title, owner], ['', '']);
    assert.match(await kai.submit({ title: 'Draw the flyer', owner: luz.id }), /Added T-1/);
    await sam.see(/T-1 · Draw the flyer.*Luz Herrera/);
    const roles = await convener.store.db.member.findMany({ include: { person: true }, orderBy: { id: 'asc' } });
    assert.deepEqual(
      roles.map(({ person, role }) => [person.name, role]),
      [
        ['Maria López', 'organizer'],
        ['Luz Herrera', 'organizer'],
        ['Sam Rivera', 'facilitator'],
        ['Kai Nakamura', 'member'],
      ],
    );
  });

  it('offers the tasks that can be chosen, on both platforms, and what was meant is chosen already', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    for (const title of ['Call the food bank', 'Draw the flyer', 'Find chairs']) await sam.ask(`/task add ${title}`);
    await sam.ask('/task done T-2');
    await sam.type('/task done');
    assert.deepEqual((await sam.form()).options, { task: ['T-3', 'T-1'] });
    assert.match(await sam.submit({ task: 'T-3' }), /T-3 · Find chairs is done/);
    await kai.type('/task due task:t1');
    const { values, options, hints } = await kai.form();
    assert.match(hints.due ?? '', /^Now: no date\./);
    assert.deepEqual([values.task, options.task], ['T-1', ['T-1']]);
    assert.match(await kai.submit({ task: 'T-1', due: '2030-03-15' }), /The due date of T-1/);
    await sam.type('/task due the flyer');
    const typed = await sam.form();
    assert.deepEqual([typed.values.task, typed.options.task], ['the flyer', undefined]);
  });

  it('asks for the reference in words where there are more than a choice can hold', async (t) => {
    const convener = await startTestConvener(t);
    const { sam } = await conveneOnBoth(convener);
    for (let number = 1; number <= 25; number++) await sam.ask(`/task add Task ${number}`);
    await sam.type('/task done');
    assert.deepEqual((await sam.form()).options, {});
  });

  it('says the present date where it asks for another', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    await sam.ask('/task add Call the food bank due:2030-03-15');
    await kai.see(/T-1 · Call the food bank.*Status/);
    await sam.see(/T-1 · Call the food bank.*Status/);
    for (const somebody of [sam, kai]) {
      await somebody.press('Due date');
      assert.match((await somebody.form()).hints.due ?? '', /^Now: Friday, March 15, 2030\. By when/);
    }
  });

  it('is followed by a question before a task is dropped, on both platforms', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    await sam.ask('/task add Call the food bank');
    await kai.ask('/task add title:Draw the flyer');
    await kai.see(/T-2 · Draw the flyer.*Status/);
    await sam.see(/T-2 · Draw the flyer.*Status/);

    assert.match(await kai.pressing('Drop…'), /Drop T-2 · Draw the flyer\?/);
    assert.match(await kai.pressing('Keep it'), /stays as it is/);
    assert.match(await sam.pressing('Drop…'), /Only whoever added this/);
    await kai.pressing('Drop…');
    assert.match(await kai.pressing('Drop it'), /T-2 · Draw the flyer is dropped/);
    await sam.see(/T-2 · Draw the flyer.*Dropped/);
  });
});

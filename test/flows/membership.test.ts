import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

describe('membership', () => {
  it('begins by acting; joining says where one comes from', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    await sam.ask('/coalition join sector:health area:North side');
    await kai.ask('/task mine');

    const everybody = await kai.ask('/coalition members');
    assert.match(everybody, /4 members/);
    assert.match(everybody, /Sam Rivera.*health.*North side/);
    const healthy = await kai.ask('/coalition members sector:health');
    assert.match(healthy, /Sam Rivera/);
    assert.doesNotMatch(healthy, /Maria/);
    assert.match(await sam.ask('/coalition members role:organizer'), /1 member\b/);
  });

  it('has roles, which organizers give', async (t) => {
    const convener = await startTestConvener(t);
    const { maria, sam, kai } = await conveneOnBoth(convener);
    const refused = await sam.ask('/coalition role @Sam role:organizer');
    assert.match(refused, /Only organizers of this coalition/);

    assert.match(await maria.ask('/coalition role @Sam role:facilitator'), /facilit/);
    assert.match(await kai.ask('/coalition members role:facilitator'), /Sam Rivera/);
    assert.match(await sam.ask('/coalition invite'), /Only organizers/);
    assert.match(await sam.ask('/coalition settings name:Mine'), /Only organizers/);
  });

  it('of the last organizer ends neither by leaving nor by another role', async (t) => {
    const convener = await startTestConvener(t);
    const { maria, sam, kai } = await conveneOnBoth(convener);
    assert.match(await maria.ask('/coalition leave'), /al menos una persona/);
    assert.match(await maria.ask('/coalition role me role:member'), /al menos una persona/);

    await maria.ask('/coalition role @Sam role:organizer');
    assert.match(await maria.ask('/coalition leave'), /Compassionate Riverside/);
    assert.doesNotMatch(await kai.ask('/coalition members'), /Maria/);
    assert.match(await sam.ask('/coalition leave'), /at least one organizer/);
  });

  it('that ends leaves its open tasks to others', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    await kai.ask('/task add title:Draw the flyer owner:@Kai');
    await sam.see(/T-1 · Draw the flyer.*Kai/);
    await kai.ask('/coalition leave');
    await sam.see(/T-1 · Draw the flyer.*nobody yet/);
  });

  it('lets organizers change the settings, of which everybody hears in the language that was chosen', async (t) => {
    const convener = await startTestConvener(t);
    const { maria, sam, kai } = await conveneOnBoth(convener);
    await maria.ask('/coalition settings name:Riverside Together timezone:Chicago locale:Spanish');
    await sam.type('/coalition show');
    assert.match(await sam.see(/Riverside Together/), /America\/Chicago/);
    await kai.ask('/task add title:Call the food bank');
    await sam.see(/T-1 · Call the food bank.*Abierta/s);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

describe('words', () => {
  it('are the reader’s own in answers, and the coalition’s in its channels', async (t) => {
    const convener = await startTestConvener(t);
    const { maria, sam, luz, kai } = await conveneOnBoth(convener);
    await sam.ask('/task add Call the food bank');
    await sam.see(/T-1 · Call the food bank.*Open/);
    assert.match(await maria.ask('/task show T-1'), /T-1 · Call the food bank.*Abierta/);
    assert.match(await sam.ask('/task show T-1'), /T-1 · Call the food bank.*Open/);
    assert.match(await luz.ask('/task show task:T-1'), /Abierta/);
    assert.match(await kai.ask('/task show task:T-1'), /Open/);

    await maria.ask('/coalition settings locale:es');
    await sam.ask('/task done T-1');
    await kai.see(/T-1 · Call the food bank.*Hecha/);
    await sam.see(/T-1 · Call the food bank.*Hecha/);
  });

  it('of Spanish are understood in Slack, with and without accents', async (t) => {
    const convener = await startTestConvener(t);
    const { maria, kai } = await conveneOnBoth(convener);
    assert.match(await maria.ask('/task añadir Llamar al banco responsable:@Sam Rivera plazo:2030-03-15'), /T-1/);
    assert.match(await kai.see(/T-1 · Llamar al banco/), /Sam Rivera.*March 15, 2030/);
    await maria.ask('/task anadir Dibujar el cartel responsable:yo notas:En dos lenguas');
    assert.match(await maria.ask('/task mias'), /T-2/);
    assert.match(await maria.ask('/task hecha t2'), /T-2/);
    assert.match(await maria.ask('/task lista estado:hechas'), /T-2/);
  });

  it('of commands are registered with Discord in both languages', async (t) => {
    const { discord } = await startTestConvener(t);
    const task = discord.commands().find(({ name }) => name === 'task');
    assert.deepEqual(task?.name_localizations, { 'es-ES': 'tarea', 'es-419': 'tarea' });
    const options = task?.options as readonly { name: string; name_localizations: object; options: object[] }[];
    const add = options.find(({ name }) => name === 'add');
    assert.deepEqual(add?.name_localizations, { 'es-ES': 'añadir', 'es-419': 'añadir' });
    assert.deepEqual((add?.options as { name_localizations: object }[] | undefined)?.[1]?.name_localizations, {
      'es-ES': 'responsable',
      'es-419': 'responsable',
    });
  });
});

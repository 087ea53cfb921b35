import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { createGrounds, startBot } from '../support/convener.ts';
import { holdStore } from '../support/held-store.ts';

const hour = 60 * 60_000;

/** A circle that Maria called; Sam and Kai said yes, and it is over. */
async function holdCircle(t: TestContext, more = '') {
  const grounds = await createGrounds(t);
  const bot = await startBot(grounds);
  const actors = await conveneOnBoth(grounds);
  const { maria, sam, kai } = actors;
  await maria.ask('/profile set locale:en');
  await maria.ask(`/convene new Listening circle when:in 2 hours ${more}`);
  await sam.ask('/convene rsvp C-1 yes');
  await kai.ask('/convene rsvp conversation:C-1 answer:yes');
  grounds.clock.moveTo(new Date(grounds.clock.now().getTime() + 4 * hour));
  return { grounds, bot, ...actors };
}

describe('/convene close', () => {
  it('asks in Slack by a form that is filled, and keeps it all', async (t) => {
    const { maria, luz, sam, kai } = await holdCircle(t);
    await maria.type('/convene close C-1');
    const { title, values } = await maria.form();
    assert.match(title, /^C-1 · Listening/);
    assert.deepEqual(values, { notes: '', decisions: '', present: 'Kai Nakamura\nSam Rivera', tasks: '' });
    const answer = await maria.submit({
      notes: 'We listened.',
      decisions: '- We meet again\n- The hall is *ours*',
      present: 'Sam Rivera\nLuz\nRuth Baker\n+2',
      tasks: 'Call the food bank; @Sam; friday\nPrint flyers',
    });
    assert.match(answer, /What came of C-1 · Listening circle is on record/);
    assert.match(answer, /2 members, 3 guests[\s\S]*did not come: Kai Nakamura[\s\S]*guests: Ruth Baker/);
    assert.match(answer, /The hall is \*ours\*[\s\S]*T-1 · Call the food bank · U0SAM.* · .*T-2 · Print flyers/);
    for (const somebody of [sam, kai]) {
      await somebody.see(
        /C-1 · Listening circle[\s\S]*2 members, 3 guests[\s\S]*We meet again[\s\S]*T-2 · Print flyers/,
      );
      await somebody.see(/T-1 · Call the food bank[\s\S]*From: C-1 · Listening circle/);
    }
    await luz.ask('/task done task:T-2');
    await sam.see(/C-1 · Listening circle[\s\S]*T-2 · Print flyers · done/);
  });

  it('asks in Discord as well, may be corrected there, and adds what follows later', async (t) => {
    const { bot, maria, luz } = await holdCircle(t);
    await maria.ask('/coalition role @Luz role:facilitator');
    await luz.ask('/profile set locale:en');
    await luz.type('/convene close conversation:C-1');
    assert.deepEqual(Object.keys((await luz.form()).values), ['notes', 'decisions', 'present', 'tasks']);
    await luz.submit({ notes: 'We listened.', decisions: 'One', tasks: 'Print flyers' });
    await luz.press('Correct it');
    const { values, hints } = await luz.form();
    assert.deepEqual(values, {
      ...{ notes: 'We listened.', decisions: 'One', present: 'Kai Nakamura\nSam Rivera', tasks: '' },
    });
    assert.match(hints.tasks ?? '', /^Now: T-1\. /);
    assert.match(await luz.submit({ decisions: 'Two\nThree', notes: '' }), /is corrected[\s\S]*Two[\s\S]*Three/);
    await luz.press('Add a follow-up');
    assert.match(await luz.submit({ title: 'Find chairs' }), /Added T-2[\s\S]*From: C-1 · Listening circle/);
    const { notes } = await bot.store.db.occurrence.findFirstOrThrow();
    assert.equal(notes, null);
    await maria.see(/C-1 · Listening circle[\s\S]*Three[\s\S]*T-2 · Find chairs/);
  });

  it('asks which one is meant where nobody said it, on both platforms', async (t) => {
    const { maria, luz } = await holdCircle(t);
    assert.match(await maria.ask('/convene close'), /Which one do you mean\?/);
    await maria.press('What came of it', 'C-1');
    assert.deepEqual((await maria.form()).values.present, 'Kai Nakamura\nSam Rivera');
    await maria.submit({ decisions: 'One' });
    await maria.ask('/coalition role @Luz role:organizer');
    await luz.ask('/profile set locale:en');
    await luz.ask('/convene close decisions:Two');
    await luz.press('What came of it', 'C-1');
    assert.equal((await luz.form()).values.present, 'Kai Nakamura\nSam Rivera');
    assert.equal((await luz.form()).values.decisions, 'Two');
    assert.match(await luz.submit({}), /is corrected[\s\S]*One[\s\S]*Two/);
  });

  it('refuses at once, and no form opens for nothing', async (t) => {
    const { maria, sam, kai } = await holdCircle(t);
    await maria.ask('/convene new Later circle when:in 48 hours');
    assert.match(await sam.ask('/convene close C-1'), /Only whoever/);
    assert.match(await kai.ask('/convene close conversation:C-1'), /Only whoever/);
    assert.match(await maria.ask('/convene close C-2'), /C-2 has not begun yet/);
    assert.match(await maria.ask('/convene close C-7'), /no conversation C-7/);
    assert.match(await maria.ask('/convene close banana'), /banana/);
    for (const { id, platform } of [maria, sam, kai]) assert.equal(platform.modal(id), null);
  });

  it('says which line cannot be read, and nothing is lost', async (t) => {
    const { maria, luz } = await holdCircle(t);
    await maria.ask('/coalition role @Luz role:facilitator');
    const filled = { notes: 'We listened.', present: 'Sam Rivera', tasks: 'Print\nCall; friday; monday' };
    await maria.type('/convene close C-1');
    await maria.form();
    await maria.platform.submit(maria.id, filled);
    const { errors } = await maria.form();
    assert.match(errors.tasks ?? '', /Call; friday; monday/);
    assert.match(await maria.submit({ ...filled, tasks: 'Print\nCall; friday' }), /T-1 · Print[\s\S]*T-2 · Call/);

    await luz.type('/convene close conversation:C-1');
    await luz.form();
    assert.match(await luz.submit({ ...filled, notes: '', present: 'Sam Rivera\nNadie\nSam' }), /Call; friday; monday/);
    await luz.press('Volver a abrir el formulario');
    const again = await luz.form();
    assert.deepEqual(again.values, { ...filled, notes: '', decisions: '', present: 'Sam Rivera\nNadie\nSam' });
  });

  it('opens within the platforms’ patience where the store is slow, and takes nothing away then', async (t) => {
    const { bot, maria } = await holdCircle(t);
    await maria.type('/convene close C-1');
    await maria.form();
    await maria.submit({ notes: 'We listened.', decisions: 'One' });
    const store = await holdStore(bot.store);
    await maria.type('/convene close C-1');
    assert.deepEqual((await maria.form()).values, { notes: '', decisions: '', present: '', tasks: '' });
    await store.release();
    assert.match(await maria.submit({ decisions: 'Two' }), /One[\s\S]*Two/);
    const { notes } = await bot.store.db.occurrence.findFirstOrThrow();
    assert.equal(notes, 'We listened.');
    assert.equal(await bot.store.db.attendance.count({ where: { came: true } }), 2);
  });

  it('speaks Spanish, and reads it', async (t) => {
    const { maria } = await holdCircle(t);
    await maria.ask('/profile set locale:es');
    await maria.type('/convene cerrar C-1');
    await maria.form();
    const answer = await maria.submit({
      present: 'todo el mundo\nsin Kai\n3 personas',
      tasks: 'Llamar a la sala; viernes; yo',
    });
    assert.match(
      answer,
      /Queda anotado lo que salió de C-1[\s\S]*1 miembro, 3 personas invitadas[\s\S]*no vinieron: Kai/,
    );
    assert.match(answer, /T-1 · Llamar a la sala · U0MARIA/);
  });
});

describe('what came of it', () => {
  it('is found again, is asked of those who were there, and is shown to whoever leads', async (t) => {
    const { maria, luz, sam, kai } = await holdCircle(t);
    await maria.type('/convene close C-1');
    await maria.form();
    await maria.submit({ decisions: 'We rent the hall\nAna writes to the council', present: 'Sam Rivera' });
    assert.match(await sam.ask('/convene decisions'), /We rent the hall.*Listening circle[\s\S]*council/);
    assert.match(
      await kai.ask('/convene decisions query:concil'),
      /Decisions with “concil”[\s\S]*Ana writes to the council/,
    );
    assert.match(await luz.ask('/convene decisions query:zebra'), /zebra/);
    assert.match(await kai.pressing('Show a conversation', 'C-1'), /C-1 · Listening circle[\s\S]*We rent the hall/);
    assert.doesNotMatch(await kai.ask('/convene show conversation:C-1'), /Had said yes and did not come/);
    assert.match(await maria.ask('/convene show C-1'), /Who came: Sam Rivera[\s\S]*did not come: Kai Nakamura/);
  });
});

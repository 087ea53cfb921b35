import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MessageFlags } from 'discord.js';
import type { Inbound, Plan } from '../../../src/core/ports.ts';
import { text } from '../../../src/core/rich-text.ts';
import { type Form, type Press, view } from '../../../src/core/view.ts';
import { until } from '../../../src/sandbox/contract.ts';
import { controlOf, fail, say, startDiscord, tell, wordsOf } from './support.ts';

const run: Plan = { type: 'run', visibility: 'private', inPlace: false };
const press: Press = { operation: 'task.done', input: { task: 'T-1' } };
const card = view(
  { type: 'text', text: text('a card') },
  { type: 'actions', actions: [{ type: 'button', label: text('Done'), press }] },
);

/** Answers that a test lets go when it has seen what comes before. */
function createGate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

describe('a slash command', () => {
  test('is heard with who, where and what', async (t) => {
    const { sandbox, place, luz, kai, general, heard } = await startDiscord(t);
    await sandbox.type(luz.id, general.id, `/task add title:Call the food bank owner:@${kai.name}`);
    const [{ id, ...invocation } = assert.fail('nothing was heard')] = heard;
    assert.match(id, /^\d{17,20}$/);
    assert.deepEqual(invocation, {
      place,
      placeName: general.name,
      direct: false,
      actor: { accountId: luz.id, name: luz.name, locale: luz.locale, authority: true },
      operation: 'task.add',
      input: { title: 'Call the food bank', owner: `<@${kai.id}>` },
      names: { [kai.id]: kai.name },
      via: 'command',
    });
  });

  test('in a direct conversation has no server and no authority', async (t) => {
    const { sandbox, luz, heard } = await startDiscord(t);
    const direct = sandbox.channels().find(({ directWith }) => directWith === luz.id);
    assert.ok(direct);
    await sandbox.type(luz.id, direct.id, '/task list');
    const [invocation] = heard;
    assert.equal(invocation?.direct, true);
    assert.deepEqual(invocation?.place, { platform: 'discord', workspaceId: '', channelId: direct.id });
    assert.equal(invocation?.actor.authority, false);
  });

  test('in a thread belongs to the channel that the thread hangs on', async (t) => {
    const { sandbox, place, luz, general, heard } = await startDiscord(t);
    const started = await fetch(`${sandbox.apiUrl}/v10/channels/${general.id}/threads`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'On the side', type: 11 }),
    });
    const { id } = (await started.json()) as { id: string };
    await sandbox.type(luz.id, id, '/task list');
    assert.deepEqual(heard[0]?.place, place);
    assert.equal(heard[0]?.placeName, general.name);
    assert.equal(sandbox.messages(luz.id, id).length, 1);
  });

  test('is answered with one call, to one person alone', async (t) => {
    const { sandbox, luz, kai, general } = await startDiscord(t);
    const before = sandbox.calls.length;
    await sandbox.type(luz.id, general.id, '/task list');
    assert.equal(sandbox.calls.length - before, 1);
    assert.match(sandbox.messages(luz.id, general.id).map(wordsOf).join(), /task\.list/);
    assert.equal(sandbox.messages(kai.id, general.id).length, 0);
  });

  test('is answered to all where it was declared so', async (t) => {
    const plan = (): Plan => ({ ...run, visibility: 'space' });
    const answer = async () => ({ view: say('for all'), visibility: 'space' }) as const;
    const { sandbox, luz, kai, general } = await startDiscord(t, { plan, run: answer });
    await sandbox.type(luz.id, general.id, '/task list');
    assert.match(sandbox.messages(kai.id, general.id).map(wordsOf).join(), /for all/);
  });

  test('that takes its time gets the promise of an answer, then the answer', async (t) => {
    const gate = createGate();
    const slow = async () => {
      await gate.opened;
      return tell('at last');
    };
    const { sandbox, luz, general } = await startDiscord(t, { run: slow }, { patience: 1 });
    await sandbox.type(luz.id, general.id, '/task list');
    const [promised] = sandbox.messages(luz.id, general.id);
    assert.ok(Number(promised?.payload.flags) & MessageFlags.Loading);
    gate.open();
    const [answered] = await until([sandbox], () => {
      const found = sandbox.messages(luz.id, general.id);
      return found.some((message) => wordsOf(message).includes('at last')) && found;
    });
    assert.equal(answered?.id, promised?.id);
    assert.equal(answered?.privateTo, luz.id);
  });

  test('promised to all but failed is answered to one alone', async (t) => {
    const gate = createGate();
    const failing = async () => {
      await gate.opened;
      return tell('not allowed');
    };
    const plan = (): Plan => ({ ...run, visibility: 'space' });
    const { sandbox, luz, kai, general } = await startDiscord(t, { plan, run: failing }, { patience: 1 });
    await sandbox.type(luz.id, general.id, '/task list');
    assert.equal(sandbox.messages(kai.id, general.id).length, 1);
    gate.open();
    const seen = () => sandbox.messages(luz.id, general.id).map(wordsOf).join();
    await until([sandbox], () => seen().includes('not allowed'));
    assert.equal(sandbox.messages(kai.id, general.id).length, 0);
  });

  test('delivered twice is answered once', async (t) => {
    const seen = new Set<string>();
    const once: Inbound['run'] = async ({ id }) => {
      if (seen.has(id)) return null;
      seen.add(id);
      return tell('once');
    };
    const { sandbox, luz, general, heard } = await startDiscord(t, { run: once });
    sandbox.faults.repeatInvocations(1);
    await sandbox.type(luz.id, general.id, '/task list');
    await until([sandbox], () => heard.length === 2);
    assert.equal(sandbox.messages(luz.id, general.id).length, 1);
  });

  test('is answered once where Discord’s word that it took the answer was lost', async (t) => {
    const { sandbox, luz, general } = await startDiscord(t);
    sandbox.faults.loseAnswer('/callback');
    await sandbox.type(luz.id, general.id, '/task list');
    const [seen] = await until([sandbox], () => {
      const found = sandbox.messages(luz.id, general.id);
      return found[0]?.edited && found;
    });
    assert.ok(seen);
    assert.match(wordsOf(seen), /task\.list/);
    assert.equal(sandbox.messages(luz.id, general.id).length, 1);
  });
});

describe('a control', () => {
  test('of a card that all see is answered alone; the card stays', async (t) => {
    const { sandbox, platform, place, kai, luz, general, heard } = await startDiscord(t);
    const posted = await platform.post(place, card, 'delivery-1');
    await sandbox.press(kai.id, posted.messageId, 'task.done?task=T-1');
    const { operation, input, via } = heard[0] ?? assert.fail('nothing was heard');
    assert.deepEqual({ operation, input, via }, { operation: 'task.done', input: { task: 'T-1' }, via: 'control' });
    assert.equal(sandbox.messages(kai.id, general.id).length, 2);
    assert.equal(sandbox.messages(luz.id, general.id).length, 1);
    assert.equal(sandbox.messages(luz.id, general.id)[0]?.edited, false);
  });

  for (const [pace, patience] of [
    ['soon', 1_000],
    ['late', 1],
  ] as const) {
    test(`that pages a private answer changes it in its place, ${pace}`, async (t) => {
      const gate = createGate();
      const answer: Inbound['run'] = async ({ via }) => {
        if (via === 'command') return { view: card, visibility: 'private' };
        if (pace === 'late') await gate.opened;
        return tell('page 2');
      };
      const plan = (): Plan => ({ ...run, inPlace: true });
      const { sandbox, luz, general } = await startDiscord(t, { plan, run: answer }, { patience });
      await sandbox.type(luz.id, general.id, '/task list');
      const [shown] = sandbox.messages(luz.id, general.id);
      assert.ok(shown);
      await sandbox.press(luz.id, shown.id, controlOf(shown, 'Done'));
      gate.open();
      const seen = () => sandbox.messages(luz.id, general.id).map(wordsOf);
      await until([sandbox], () => seen().join().includes('page 2'));
      assert.equal(seen().length, 1);
    });

    test(`that fails leaves the private answer standing, ${pace}`, async (t) => {
      const gate = createGate();
      const answer: Inbound['run'] = async ({ via }) => {
        if (via === 'command') return { view: card, visibility: 'private' };
        if (pace === 'late') await gate.opened;
        return fail('no page 2');
      };
      const plan = (): Plan => ({ ...run, inPlace: true });
      const { sandbox, luz, general } = await startDiscord(t, { plan, run: answer }, { patience });
      await sandbox.type(luz.id, general.id, '/task list');
      const [shown] = sandbox.messages(luz.id, general.id);
      assert.ok(shown);
      await sandbox.press(luz.id, shown.id, controlOf(shown, 'Done'));
      gate.open();
      const seen = () => sandbox.messages(luz.id, general.id);
      const [first, second] = await until([sandbox], () => seen().length === 2 && seen());
      assert.match(wordsOf(first ?? shown), /a card/);
      assert.match(wordsOf(second ?? shown), /no page 2/);
      assert.equal(second?.privateTo, luz.id);
    });
  }

  test('that offers a choice hands over what was chosen', async (t) => {
    const { sandbox, platform, place, kai, heard } = await startDiscord(t);
    const options = [{ label: text('Luz'), value: 'luz' }];
    const select = { type: 'select', label: text('Owner'), press, fills: 'owner', options } as const;
    const posted = await platform.post(place, view({ type: 'actions', actions: [select] }), 'delivery-1');
    await sandbox.press(kai.id, posted.messageId, 'task.done?task=T-1#>owner', ['luz']);
    assert.deepEqual(heard[0]?.input, { task: 'T-1', owner: 'luz' });
  });

  test('that is none of ours is taken without a word', async (t) => {
    const { sandbox, kai, general, heard } = await startDiscord(t);
    const button = { type: 2, style: 2, label: 'Approve', custom_id: 'approve' };
    const posted = await fetch(`${sandbox.apiUrl}/v10/channels/${general.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'of another time', components: [{ type: 1, components: [button] }] }),
    });
    const { id } = (await posted.json()) as { id: string };
    const before = sandbox.calls.length;
    await sandbox.press(kai.id, id, 'approve');
    assert.deepEqual(
      sandbox.calls.slice(before).map(({ status }) => status),
      [204],
    );
    assert.equal(heard.length, 0);
    assert.equal(sandbox.messages(kai.id, general.id).length, 1);
  });

  test('whose input is too long for its id hands it over whole', async (t) => {
    const long: Press = { operation: 'task.done', input: { notes: 'very '.repeat(50).trim(), task: 'T-1' } };
    const { sandbox, platform, place, kai, heard } = await startDiscord(t);
    const shown = view({ type: 'actions', actions: [{ type: 'button', label: text('Done'), press: long }] });
    await platform.post(place, shown, 'delivery-1');
    const [message] = sandbox.messages(kai.id, place.channelId);
    assert.ok(message);
    await sandbox.press(kai.id, message.id, controlOf(message, 'Done'));
    assert.deepEqual(heard[0]?.input, long.input);
  });
});

describe('a form', () => {
  const plan: Inbound['plan'] = ({ via, input }) => (via !== 'form' && !input.title ? { type: 'form' } : run);
  const form: Inbound['form'] = async ({ operation, input }): Promise<Form> => ({
    title: text('Add a task'),
    submit: text('Add'),
    cancel: text('Cancel'),
    press: { operation, input: {} },
    fields: [
      { name: 'title', label: text('Title'), required: true, input: { type: 'text', maxLength: 200, long: false } },
      { name: 'notes', label: text('Notes'), required: false, input: { type: 'text', maxLength: 500, long: true } },
      {
        name: 'status',
        label: text('Status'),
        required: false,
        input: { type: 'choice', options: [{ label: text('Open'), value: 'open' }] },
      },
      { name: 'owner', label: text('Owner'), required: false, input: { type: 'person' } },
    ].map((field) => ({ ...field, ...toValue(input[field.name]) })) as Form['fields'],
  });

  const toValue = (given: string | undefined) => (given ? { value: given.replace(/^<@(\d+)>$/, '$1') } : {});

  test('opens where something is missing, and comes back filled in', async (t) => {
    const { sandbox, luz, kai, general, heard } = await startDiscord(t, { plan, form });
    await sandbox.type(luz.id, general.id, '/task add notes:bring boxes');
    assert.equal(sandbox.modal(luz.id)?.payload.title, 'Add a task');
    await sandbox.submit(luz.id, { title: 'Call', status: 'open', owner: kai.id });
    assert.equal(sandbox.modal(luz.id), null);
    const { operation, input, names, via } = heard[0] ?? assert.fail('nothing was heard');
    assert.deepEqual(
      { operation, input, names, via },
      {
        operation: 'task.add',
        input: { title: 'Call', notes: 'bring boxes', status: 'open', owner: `<@${kai.id}>` },
        names: { [kai.id]: kai.name },
        via: 'form',
      },
    );
    assert.equal(sandbox.messages(luz.id, general.id)[0]?.privateTo, luz.id);
  });

  test('that failed can be opened again with everything in its place', async (t) => {
    const answer: Inbound['run'] = async ({ input }) =>
      input.notes?.startsWith('bad') ? fail('cannot be done') : tell('added');
    const { sandbox, luz, kai, general, heard } = await startDiscord(t, { plan, form, run: answer });
    const notes = `bad ${'word '.repeat(80)}end`;
    await sandbox.type(luz.id, general.id, '/task add');
    await sandbox.submit(luz.id, { title: 'Call', notes, owner: kai.id });

    const [refused] = sandbox.messages(luz.id, general.id);
    assert.ok(refused);
    assert.match(wordsOf(refused), /cannot be done/);
    await sandbox.press(luz.id, refused.id, controlOf(refused, 'Volver a abrir el formulario'));
    await sandbox.submit(luz.id, {});
    assert.deepEqual(heard[1]?.input, { title: 'Call', notes, owner: `<@${kai.id}>` });

    const [again] = sandbox.messages(luz.id, general.id);
    assert.ok(again);
    await sandbox.press(luz.id, again.id, controlOf(again, 'Volver a abrir el formulario'));
    await sandbox.submit(luz.id, { notes: 'good' });
    const seen = sandbox.messages(luz.id, general.id).map(wordsOf);
    assert.equal(seen.length, 1);
    assert.match(seen.join(), /added/);
  });
});

describe('typing', () => {
  test('is offered what the bot suggests', async (t) => {
    const suggest = async () => [
      { label: 'G-1 Food for all', value: 'G-1' },
      { label: 'x'.repeat(200), value: 'G-2' },
      { label: 'too long a value', value: 'x'.repeat(200) },
    ];
    const { sandbox, luz, place, general, typing } = await startDiscord(t, { suggest });
    const offered = await sandbox.suggest(luz.id, general.id, '/task add title:Call goal:fo');
    assert.deepEqual(
      offered.map(({ label }) => label.slice(0, 16)),
      ['G-1 Food for all', 'x'.repeat(16)],
    );
    const { operation, input, focused, direct, place: where } = typing[0] ?? assert.fail('nobody was asked');
    assert.deepEqual({ operation, focused, direct }, { operation: 'task.add', focused: 'goal', direct: false });
    assert.deepEqual(input, { title: 'Call', goal: 'fo' });
    assert.deepEqual(where, place);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../commands/index.ts';
import { createReader } from '../../src/app/reader.ts';
import { sayUnderstood } from '../../src/app/understood.ts';
import { findOperation } from '../../src/core/define.ts';
import type { Invocation } from '../../src/core/invocation.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { chooseSpeech } from '../../src/views/choose-speech.ts';

const catalogue = createCatalogue();
const speech = chooseSpeech(catalogue, { locale: 'en', zone: 'UTC' }, new Date('2027-03-01T12:00:00Z'), {});

function say(input: Invocation['input'], failed: string, via: Invocation['via'] = 'command'): string {
  const invocation: Invocation = {
    id: '1',
    place: { platform: 'slack', workspaceId: 'T1', channelId: 'C1' },
    placeName: 'general',
    direct: false,
    actor: { accountId: 'U1', name: 'Maria' },
    operation: 'task.add',
    input,
    via,
    names: { U2: 'Juan' },
  };
  return sayUnderstood(findOperation(commands, 'task.add'), invocation, failed, createReader(catalogue, speech, {}));
}

describe('what was understood', () => {
  it('is everything that can be read but for what failed, with people by their names', () => {
    assert.equal(say({ title: 'Call', due: 'blursday' }, 'due'), 'title: Call');
    assert.equal(say({ title: 'Call', owner: '<@U2>', due: 'x' }, 'due'), 'title: Call · owner: @Juan');
    assert.equal(say({ title: 'Call', owner: '<@U3|sam>', due: 'x' }, 'due'), 'title: Call · owner: @sam');
  });

  it('is nothing that cannot be read either, or was not given', () => {
    assert.equal(say({ title: ' ', goal: 'banana', due: 'blursday', in: 'c1' }, 'due'), '');
  });

  it('does not say a whole page again', () => {
    assert.ok(say({ title: 'Call', notes: 'x'.repeat(2_000), due: 'blursday' }, 'due').length < 100);
  });

  it('is left unsaid where it still stands before whoever wrote it', () => {
    assert.equal(say({ title: 'Call', due: 'blursday' }, 'due', 'form'), '');
    assert.equal(say({ title: 'Call', due: 'blursday' }, 'due', 'control'), '');
  });
});

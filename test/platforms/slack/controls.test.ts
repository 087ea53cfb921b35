import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeControl, encodeControl } from '../../../src/platforms/slack/controls.ts';

const press = { operation: 'task.assign', input: { task: 'T-12', owner: '<@U123>' } } as const;

describe('the id of a control in Slack', () => {
  it('brings back what pressing it means', () => {
    assert.equal(encodeControl(press), 'task.assign?task=T-12&owner=<@U123>');
    assert.deepEqual(decodeControl(encodeControl(press), undefined), press);
  });

  it('is read as Slack may escape it', () => {
    assert.deepEqual(decodeControl('task.assign?task=T-12&amp;owner=&lt;@U123&gt;', undefined), press);
  });

  it('takes the chosen value for the input that was left empty', () => {
    const id = encodeControl({ operation: 'task.assign', input: { task: 'T-12' } }, 'owner');
    assert.equal(id, 'task.assign?task=T-12&owner=');
    assert.deepEqual(decodeControl(id, '<@U123>'), press);
  });

  it('is nothing where it is none of ours', () => {
    for (const id of ['', 'bXk9', 'Approve', 'wrkflw/1?x=%zz']) assert.equal(decodeControl(id, undefined), null, id);
  });
});

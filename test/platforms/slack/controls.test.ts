import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeControl, toButtonId, toSelectId } from '../../../src/platforms/slack/controls.ts';

const press = { operation: 'task.assign', input: { task: 'T-12', owner: '<@U123>' } } as const;

describe('the id of a control in Slack', () => {
  it('brings back what pressing it means', () => {
    const id = 'task.assign?task=T-12&owner=<@U123>';
    assert.deepEqual(toButtonId(press), { action_id: id });
    assert.deepEqual(decodeControl(id, undefined), press);
  });

  it('is read as Slack may escape it', () => {
    assert.deepEqual(decodeControl('task.assign?task=T-12&amp;owner=&lt;@U123&gt;', undefined), press);
  });

  it('takes the chosen value for the input that was left empty', () => {
    const id = toSelectId({ operation: 'task.assign', input: { task: 'T-12' } }, 'owner');
    assert.equal(id, 'task.assign?task=T-12&owner=');
    assert.deepEqual(decodeControl(id, '<@U123>'), press);
  });

  it('stands in the value of a button where it is too long', () => {
    const long = { operation: 'coalition.members', input: { sector: 'x'.repeat(300), page: '2' } } as const;
    const { action_id: id, value = '' } = toButtonId(long);
    assert.ok(id.length <= 255);
    assert.notEqual(id, toButtonId({ ...long, input: { ...long.input, page: '3' } }).action_id);
    assert.deepEqual(decodeControl(value, undefined), long);
  });

  it('is refused where Slack cannot carry it', () => {
    const huge = { operation: 'task.add', input: { notes: 'x'.repeat(3_000) } } as const;
    assert.throws(() => toButtonId(huge), RangeError);
    assert.throws(() => toSelectId(huge, 'owner'), RangeError);
  });

  it('is nothing where it is none of ours', () => {
    for (const id of ['', 'bXk9', 'Approve', 'wrkflw/1?x=%zz']) assert.equal(decodeControl(id, undefined), null, id);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPace } from '../../src/outbox/pace.ts';

const inSlack = { id: 's1', platform: 'slack' } as const;
const elsewhereInSlack = { id: 's2', platform: 'slack' } as const;
const inDiscord = { id: 'd1', platform: 'discord' } as const;

describe('the pace of posts', () => {
  it('lets a short burst through in Slack, then one each second', () => {
    const pace = createPace();
    for (let call = 1; call <= 2; call += 1) pace.note(inSlack, 0);
    assert.equal(pace.waiting(0).size, 0);
    pace.note(inSlack, 0);
    assert.deepEqual([...pace.waiting(0)], [['s1', 1_000]]);
    assert.deepEqual([...pace.waiting(999)], [['s1', 1_000]]);
    assert.equal(pace.waiting(1_000).size, 0);
    pace.note(inSlack, 1_000);
    assert.deepEqual([...pace.waiting(1_000)], [['s1', 2_000]]);
  });

  it('gives back the burst to a channel that was quiet', () => {
    const pace = createPace();
    for (let call = 1; call <= 3; call += 1) pace.note(inSlack, 0);
    for (let call = 1; call <= 2; call += 1) pace.note(inSlack, 3_000);
    assert.equal(pace.waiting(3_000).size, 0);
  });

  it('is each channel’s own, and Discord’s own library keeps Discord’s', () => {
    const pace = createPace();
    for (let call = 1; call <= 10; call += 1) pace.note(inDiscord, 0);
    for (let call = 1; call <= 3; call += 1) pace.note(elsewhereInSlack, 0);
    assert.deepEqual([...pace.waiting(0).keys()], ['s2']);
  });
});

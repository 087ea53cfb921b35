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

  it('lets five posts through in Discord, then as many again when their five seconds are over', () => {
    const pace = createPace();
    for (let call = 1; call <= 4; call += 1) pace.note(inDiscord, 100 * call);
    assert.equal(pace.waiting(500).size, 0);
    assert.equal(pace.room('d1', 500), 1);
    pace.note(inDiscord, 500);
    const [free] = [...pace.waiting(600).values()];
    assert.ok(free !== undefined && free >= 5_100 && free < 5_350, `${free}`);
    assert.equal(pace.waiting(free).size, 0);
    for (let call = 1; call <= 5; call += 1) pace.note(inDiscord, free);
    assert.equal(pace.waiting(free + 4_999).size, 1);
  });

  it('is each channel’s own', () => {
    const pace = createPace();
    for (let call = 1; call <= 3; call += 1) pace.note(elsewhereInSlack, 0);
    assert.deepEqual([...pace.waiting(0).keys()], ['s2']);
    assert.equal(pace.room('s1', 0), Number.POSITIVE_INFINITY);
  });

  it('says how many posts a channel takes at once', () => {
    const pace = createPace();
    const rooms = [1, 2, 3].map(() => {
      pace.note(inSlack, 0);
      return pace.room('s1', 0);
    });
    assert.deepEqual(rooms, [2, 1, 0]);
    assert.equal(pace.room('s1', 1_000), 1);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPace, type Pace, type PacedSpace } from '../../src/outbox/pace.ts';

const inSlack = { id: 's1', platform: 'slack', workspaceId: 'T1' } as const;
const besideInSlack = { ...inSlack, id: 's2' } as const;
const elsewhereInSlack = { ...inSlack, id: 'elsewhere', workspaceId: 'T2' } as const;
const inDiscord = { id: 'd1', platform: 'discord', workspaceId: '1' } as const;

function note(pace: Pace, space: PacedSpace, kind: 'post' | 'edit', count: number, now: number): void {
  for (let call = 1; call <= count; call += 1) pace.note(space, kind, now);
}

describe('the pace of posts', () => {
  it('lets a short burst through in Slack, then one each second', () => {
    const pace = createPace();
    note(pace, inSlack, 'post', 3, 0);
    assert.deepEqual(pace.waiting(0).post.space, []);
    pace.note(inSlack, 'post', 0);
    assert.deepEqual(pace.waiting(0).post.space, ['s1']);
    assert.deepEqual(pace.endings(999), [1_000]);
    assert.deepEqual(pace.waiting(1_000).post.space, []);
    pace.note(inSlack, 'post', 1_000);
    assert.deepEqual(pace.endings(1_000), [2_000]);
    assert.equal(pace.freeAt(inSlack, 'post'), 2_000);
  });

  it('gives back the burst to a channel that was quiet', () => {
    const pace = createPace();
    note(pace, inSlack, 'post', 4, 0);
    note(pace, inSlack, 'post', 3, 4_000);
    assert.deepEqual(pace.waiting(4_000).post.space, []);
  });

  it('lets five posts through in Discord, and each next one five seconds after the answer to the one that made room', () => {
    const pace = createPace();
    for (let call = 1; call <= 5; call += 1) {
      pace.note(inDiscord, 'post', 100 * call);
      pace.answered(inDiscord, 'post', 100 * call, 100 * call + 20);
      assert.equal(pace.room(inDiscord, 'post', 100 * call), 5 - call);
    }
    assert.deepEqual(pace.endings(600), [5_120]);
    assert.equal(pace.room(inDiscord, 'post', 5_120), 1);
    assert.equal(pace.room(inDiscord, 'post', 5_520), 5);
  });

  it('begins in Slack when the first post was answered, as that is when it had arrived at the latest', () => {
    const pace = createPace();
    for (let call = 0; call <= 3; call += 1) {
      pace.note(inSlack, 'post', 400 * call);
      pace.answered(inSlack, 'post', 400 * call, 400 * call + 300);
    }
    assert.deepEqual(pace.endings(1_200), [1_300]);
  });

  it('is each channel’s own', () => {
    const pace = createPace();
    note(pace, besideInSlack, 'post', 4, 0);
    assert.deepEqual(pace.waiting(0).post.space, ['s2']);
    assert.equal(pace.room(inSlack, 'post', 0), Number.POSITIVE_INFINITY);
  });

  it('says how many posts a channel takes at once', () => {
    const pace = createPace();
    const rooms = [1, 2, 3, 4].map(() => {
      pace.note(inSlack, 'post', 0);
      return pace.room(inSlack, 'post', 0);
    });
    assert.deepEqual(rooms, [3, 2, 1, 0]);
    assert.equal(pace.room(inSlack, 'post', 1_000), 1);
  });
});

describe('the pace of edits', () => {
  it('takes nothing from that of posts', () => {
    const pace = createPace();
    note(pace, inDiscord, 'edit', 5, 0);
    assert.deepEqual(pace.waiting(0), {
      post: { space: [], workspace: [] },
      edit: { space: ['d1'], workspace: [] },
    });
    assert.equal(pace.share('d1', 0), Number.POSITIVE_INFINITY);
    note(pace, inDiscord, 'post', 5, 0);
    assert.equal(pace.share('d1', 0), 0);
  });

  it('is that of a whole workspace in Slack', () => {
    const pace = createPace();
    for (let space = 1; space <= 21; space += 1) pace.note({ ...inSlack, id: `s${space}` }, 'edit', 0);
    assert.deepEqual(pace.waiting(0).edit.workspace, ['T1']);
    assert.equal(pace.room({ ...inSlack, id: 'new' }, 'edit', 0), 0);
    assert.equal(pace.room(elsewhereInSlack, 'edit', 0), Number.POSITIVE_INFINITY);
    assert.deepEqual(pace.waiting(60_000 / 29).edit.workspace, []);
  });

  it('is shared with as many processes as there are', () => {
    const pace = createPace();
    pace.shareAmong(3);
    for (let space = 1; space <= 7; space += 1) pace.note({ ...inSlack, id: `s${space}` }, 'edit', 0);
    assert.deepEqual(pace.waiting(0).edit, { space: [], workspace: ['T1'] });
  });

  it('is each channel’s own in Discord', () => {
    const pace = createPace();
    note(pace, inDiscord, 'edit', 5, 0);
    assert.deepEqual(pace.waiting(0).edit, { space: ['d1'], workspace: [] });
    assert.equal(pace.room({ ...inDiscord, id: 'd2' }, 'edit', 0), Number.POSITIVE_INFINITY);
  });
});

describe('the pace of looks', () => {
  it('is that of a workspace in Slack, and keeps no post waiting', () => {
    const pace = createPace();
    for (let space = 1; space <= 30; space += 1) pace.note({ ...inSlack, id: `s${space}` }, 'look', 0);
    assert.equal(pace.room(inSlack, 'look', 0), 0);
    assert.ok(pace.freeAt(inSlack, 'look') >= 60_000);
    assert.deepEqual(pace.waiting(0), {
      post: { space: [], workspace: [] },
      edit: { space: [], workspace: [] },
    });
  });
});

describe('a platform that says 429', () => {
  it('hears nothing of the kind from that workspace of Slack until it wants to', () => {
    const pace = createPace();
    pace.refused(inSlack, 'post', 5_000);
    assert.deepEqual(pace.waiting(4_999).post, { space: [], workspace: ['T1'] });
    assert.equal(pace.room(besideInSlack, 'post', 4_999), 0);
    assert.equal(pace.freeAt(besideInSlack, 'post'), 5_000);
    assert.equal(pace.room(besideInSlack, 'edit', 0), Number.POSITIVE_INFINITY);
    assert.equal(pace.room(elsewhereInSlack, 'post', 0), Number.POSITIVE_INFINITY);
    assert.deepEqual(pace.waiting(5_000).post, { space: [], workspace: [] });
  });

  it('is left alone in the one channel of Discord', () => {
    const pace = createPace();
    pace.refused(inDiscord, 'post', 5_000);
    assert.deepEqual(pace.waiting(0).post, { space: ['d1'], workspace: [] });
  });
});

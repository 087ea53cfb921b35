import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BlockAction, SlashCommand } from '@slack/bolt';
import { commands } from '../../../commands/index.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { createGrammar } from '../../../src/platforms/slack/grammar.ts';
import { readAction, readCommand } from '../../../src/platforms/slack/inbound.ts';

const ours = 'T0OURS';
const grammar = createGrammar(commands, createCatalogue());
const button = { type: 'button', action_id: 'task.done?task=T-1' };

/** What was pressed, with as little as Slack may send. */
function pressed(changed: object): BlockAction {
  const body = {
    type: 'block_actions',
    actions: [button],
    team: null,
    user: { id: 'U0STRANGER' },
    trigger_id: '1.2',
    container: { type: 'message', channel_id: 'C0GENERAL1', message_ts: '1.2' },
    ...changed,
  };
  // The types promise more than Slack sends in shared channels and for whole organisations: that is what is tested.
  return body as unknown as BlockAction;
}

describe('what Slack sends', () => {
  it('is understood without a team, a name and a channel of its own', () => {
    const received = readAction(pressed({}), ours);
    assert.deepEqual(received?.invocation.place, { platform: 'slack', workspaceId: ours, channelId: 'C0GENERAL1' });
    assert.deepEqual(received?.invocation.actor, { accountId: 'U0STRANGER', name: 'U0STRANGER' });
    assert.equal(received?.invocation.direct, false);
    assert.equal(received?.destination.responseUrl, undefined);
  });

  it('belongs to our workspace, whatever team a stranger in a shared channel is of', () => {
    const theirs = { id: 'T0THEIRS', domain: 'theirs' };
    assert.equal(readAction(pressed({ team: theirs }), ours)?.invocation.place.workspaceId, ours);
    // No more of it is read than this.
    const command = { command: '/task', text: 'mine', team_id: 'T0THEIRS', channel_id: 'C1', user_id: 'U1' };
    const { invocation } = readCommand(command as SlashCommand, grammar, ours);
    assert.equal(invocation.place.workspaceId, ours);
    assert.equal(invocation.actor.name, 'U1');
  });

  it('is none of ours where the control is not', () => {
    for (const action_id of ['', 'bXk9', 'approve_request']) {
      assert.equal(readAction(pressed({ actions: [{ ...button, action_id }] }), ours), null);
    }
    assert.equal(readAction(pressed({ actions: [] }), ours), null);
  });
});

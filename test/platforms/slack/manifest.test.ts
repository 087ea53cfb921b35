import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../../commands/index.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { toManifest } from '../../../src/platforms/slack/manifest.ts';

const catalogue = createCatalogue();

describe('the manifest for Slack', () => {
  for (const locale of catalogue.locales) {
    it(`keeps within Slack's limits in ${locale}`, () => {
      const { display_information: display, features } = toManifest(commands, catalogue, { locale });
      assert.ok(display.name.length <= 35);
      assert.ok(display.description.length <= 140 && !display.description.endsWith('…'));
      assert.ok(features.bot_user.display_name.length <= 80);
      assert.ok(features.slash_commands.length <= 50);
      for (const { command, description, usage_hint: hint } of features.slash_commands) {
        assert.match(command, /^\/[a-z-]{1,31}$/);
        assert.ok(description.length > 0 && description.length <= 100, command);
        assert.ok(hint.length > 0 && hint.length <= 1_000 && !hint.endsWith('…'), command);
      }
    });
  }

  it('names every command, and asks for people by their id', () => {
    const { slash_commands: slash } = toManifest(commands, catalogue).features;
    assert.deepEqual(
      slash.map(({ command }) => command),
      commands.map(({ name }) => `/${name}`),
    );
    assert.ok(slash.every((command) => command.should_escape));
  });

  it('uses Socket Mode where there is no public address', () => {
    const { settings, features } = toManifest(commands, catalogue);
    assert.equal(settings.socket_mode_enabled, true);
    assert.doesNotMatch(JSON.stringify({ settings, features }), /"(request_)?url"/);
  });

  it('names the public address wherever Slack calls', () => {
    const { settings, features } = toManifest(commands, catalogue, { publicUrl: 'https://convener.example.org' });
    const url = 'https://convener.example.org/slack/events';
    assert.equal(settings.socket_mode_enabled, false);
    assert.equal(settings.event_subscriptions.request_url, url);
    assert.equal(settings.interactivity.request_url, url);
    assert.ok(features.slash_commands.every((command) => command.url === url));
  });
});

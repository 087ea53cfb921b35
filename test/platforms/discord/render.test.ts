import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ComponentType } from 'discord.js';
import { code, mention, text } from '../../../src/core/rich-text.ts';
import { view } from '../../../src/core/view.ts';
import { toMessage } from '../../../src/platforms/discord/render.ts';
import { people, tenThousand, views } from '../gallery.ts';
import { assertTakable, textsOf } from './discord-limits.ts';

describe('a view on Discord', () => {
  for (const [name, shown] of Object.entries(views)) {
    test(`${name} is taken by Discord`, () => assertTakable(toMessage(shown)));
  }

  test('every node shows, in order', () => {
    const [container] = toMessage(views['every node'] ?? view()).components;
    assert.deepEqual(
      container.components.map(({ type }) => ComponentType[type]),
      ['TextDisplay', 'Separator', 'ActionRow', 'ActionRow', 'TextDisplay'],
    );
    const [first = ''] = textsOf(container.components);
    assert.match(first, /^## Tasks\n/);
    assert.match(first, /\n\*\*Label 0:\*\* value\n/);
    assert.match(first, /\n- second\n- \*\*third\*\*$/);
  });

  test('small print keeps its mark on each of its lines', () => {
    const message = toMessage(view({ type: 'note', text: text('one\n\ntwo') }));
    assert.deepEqual(textsOf(message.components[0].components), ['-# one\n-# two']);
  });

  test('a list item of several lines stays one item', () => {
    const message = toMessage(view({ type: 'list', items: [text('one\n- two\n\n> three'), text('four')] }));
    assert.deepEqual(textsOf(message.components[0].components), ['- one\n  \\- two\n  \\> three\n- four']);
  });

  test('only those who can still be seen in it are notified', () => {
    const far = view({ type: 'text', text: [...tenThousand.words.split(' ').map(code), mention(people.both)].flat() });
    const near = view({
      type: 'text',
      text: [...mention(people.both), ...mention(people.both), ...mention(people.nowhere)],
    });
    assert.deepEqual(toMessage(far).mentions, []);
    assert.deepEqual(toMessage(near).mentions, ['700000000000000010']);
  });

  test('texts stay where controls find no room', () => {
    const message = toMessage(views['thirty rows with buttons'] ?? view());
    const shown = textsOf(message.components[0].components).join('\n');
    for (let row = 0; row < 30; row += 1) assert.match(shown, new RegExp(`^T-${row}$`, 'm'));
  });

  test('what is shortened says so', () => {
    const message = toMessage(view({ type: 'text', text: text(tenThousand.families) }));
    const [content = ''] = textsOf(message.components[0].components);
    assert.ok(content.length > 3_900 && content.length <= 4_000);
    assert.match(content, /^(👩‍👩‍👧‍👦)+…$/u);
  });

  test('the controls at the end stay, whatever comes before them', () => {
    const { components } = toMessage(
      view(
        ...(views['thirty rows with buttons']?.nodes ?? []),
        { type: 'text', text: text('the end') },
        { type: 'actions', actions: [{ type: 'link', label: text('Next'), url: 'https://example.org/' }] },
      ),
    );
    const last = components[0].components.at(-1);
    assert.ok(last?.type === ComponentType.ActionRow);
    assert.deepEqual(
      last.components.map((component) => 'label' in component && component.label),
      ['Next'],
    );
  });

  test('long lines give way before lines go', () => {
    const items = Array.from({ length: 20 }, (_, index) => text(`${index} ${tenThousand.words}`));
    const [content = ''] = textsOf(
      toMessage(view({ type: 'list', items }, { type: 'note', text: text('the end') })).components[0].components,
    );
    assert.ok(content.length > 3_900 && content.length <= 4_000);
    for (let index = 0; index < 20; index += 1) assert.match(content, new RegExp(`^- ${index} .*…$`, 'm'));
    assert.match(content, /\n-# the end$/);
  });

  test('the same control twice goes by two ids that mean the same', () => {
    const button = {
      type: 'button',
      label: text('Done'),
      press: { operation: 'task.done', input: { task: 'T-1' } },
    } as const;
    const [container] = toMessage(view({ type: 'actions', actions: [button, button] })).components;
    const [row] = container.components;
    assert.ok(row?.type === ComponentType.ActionRow);
    assert.deepEqual(
      row.components.map((component) => 'custom_id' in component && component.custom_id),
      ['task.done?task=T-1', 'task.done?task=T-1#+1'],
    );
  });

  test('a link that Discord would refuse is left out', () => {
    const link = (url: string) => ({ type: 'link', label: text('Read'), url }) as const;
    const urls = [
      'javascript:alert(1)',
      `https://example.org/${'x'.repeat(600)}`,
      'no address',
      'https://example.org/',
    ];
    const [container] = toMessage(view({ type: 'actions', actions: urls.map(link) })).components;
    const [row] = container.components;
    assert.ok(row?.type === ComponentType.ActionRow);
    assert.deepEqual(
      row.components.map((component) => 'url' in component && component.url),
      ['https://example.org/'],
    );
  });
});

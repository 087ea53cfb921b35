import assert from 'node:assert/strict';
import type { APIComponentInContainer } from 'discord.js';
import { ComponentType } from 'discord.js';
import type { DiscordMessage } from '../../../src/platforms/discord/render.ts';

/** Discord's own limits, written down a second time: the renderer's table is what is being judged. */
const most = {
  components: 40,
  text: 4_000,
  customId: 100,
  label: 80,
  url: 512,
  options: 25,
  option: 100,
  placeholder: 150,
};

/** Fails unless Discord would take this message. */
export function assertTakable({ components: [container], mentions }: DiscordMessage): void {
  const inner = container.components;
  const controls = inner.flatMap((component) =>
    component.type === ComponentType.ActionRow ? component.components : [],
  );
  const count = 1 + inner.length + controls.length;
  assert.ok(inner.length > 0, 'a container is not empty');
  assert.ok(count <= most.components, `${count} components`);
  assert.ok(textsOf(inner).join('').length <= most.text, 'text in all');
  assert.ok(mentions.length <= 100);
  for (const content of textsOf(inner)) assert.match(content, /[^\s\p{Cf}\p{Cc}]/u);
  const ids = controls.flatMap((component) => ('custom_id' in component ? component.custom_id : []));
  assert.equal(new Set(ids).size, ids.length, 'no custom_id comes twice');
  for (const id of ids) assert.ok(id.length > 0 && id.length <= most.customId, id);
  for (const component of inner) assertRow(component);
  assert.ok(JSON.stringify(container).isWellFormed());
}

/** The texts of a message, one a text display. */
export function textsOf(components: readonly APIComponentInContainer[]): string[] {
  return components.flatMap((component) => (component.type === ComponentType.TextDisplay ? component.content : []));
}

function assertRow(row: APIComponentInContainer): void {
  if (row.type !== ComponentType.ActionRow) return;
  const { components } = row;
  const selects = components.filter(({ type }) => type !== ComponentType.Button);
  assert.ok(components.length >= 1 && components.length <= 5);
  assert.ok(selects.length === 0 || components.length === 1, 'a select stands alone');
  for (const control of components) {
    if ('label' in control) assertWords(control.label, most.label);
    if ('url' in control) assert.ok(control.url.length <= most.url && /^https?:/.test(control.url));
    if (control.type === ComponentType.StringSelect) assertOptions(control);
  }
}

/** Fails unless these are options that Discord takes. */
export function assertOptions({
  options,
  placeholder,
}: {
  options: { label: string; value: string }[];
  placeholder?: string;
}) {
  assert.ok(options.length >= 1 && options.length <= most.options);
  assert.equal(new Set(options.map(({ value }) => value)).size, options.length);
  if (placeholder !== undefined) assertWords(placeholder, most.placeholder);
  for (const { label, value } of options) {
    assertWords(label, most.option);
    assertWords(value, most.option);
  }
}

/** Fails unless something of the words can be seen and they are within `max` units. */
export function assertWords(words: string | undefined, max: number): void {
  assert.match(words ?? '', /[^\s\p{Cf}\p{Cc}]/u);
  assert.ok((words ?? '').length <= max, `${words?.length} of ${max}`);
}

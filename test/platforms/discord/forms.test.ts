import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ComponentType, TextInputStyle } from 'discord.js';
import { text } from '../../../src/core/rich-text.ts';
import type { Form, FormField } from '../../../src/core/view.ts';
import { parseControlId } from '../../../src/platforms/discord/control-ids.ts';
import { readModal, toModal } from '../../../src/platforms/discord/forms.ts';
import { forms } from '../gallery.ts';
import { assertOptions, assertWords } from './discord-limits.ts';

type Modal = ReturnType<typeof toModal>['modal'];

/** The inputs of a modal, by name. */
function inputsOf({ components }: Modal) {
  return components.map((label) => {
    assert.ok(label.type === ComponentType.Label);
    return label;
  });
}

function inputOf(form: Form | undefined, name: string) {
  assert.ok(form);
  const found = inputsOf(toModal(form).modal).find(({ component }) => component.custom_id === name);
  assert.ok(found, `no field ${name}`);
  return found.component;
}

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label: text(name),
  required: false,
  input: { type: 'text', maxLength: 100, long: false },
  ...more,
});

describe('a form on Discord', () => {
  for (const [name, form] of Object.entries(forms)) {
    test(`${name} is taken by Discord`, () => {
      const { modal } = toModal(form);
      const labels = inputsOf(modal);
      assertWords(modal.title, 45);
      assertWords(modal.custom_id, 100);
      assert.ok(labels.length >= 1 && labels.length <= 5);
      for (const { label, description, component } of labels) {
        assertWords(label, 45);
        if (description !== undefined) assertWords(description, 100);
        if (component.type === ComponentType.StringSelect) assertOptions(component);
        if (component.type !== ComponentType.TextInput) continue;
        const { max_length: max = 0, value = '' } = component;
        assert.ok(max >= 1 && max <= 4_000 && value.length <= max);
      }
    });
  }

  test('shows what was given', () => {
    const filled = forms['every field filled'];
    const title = inputOf(filled, 'title');
    const notes = inputOf(filled, 'notes');
    const status = inputOf(filled, 'status');
    assert.ok(title.type === ComponentType.TextInput && notes.type === ComponentType.TextInput);
    assert.ok(status.type === ComponentType.StringSelect);
    assert.equal(title.value, 'Call the food bank');
    assert.equal(notes.style, TextInputStyle.Paragraph);
    assert.deepEqual(
      status.options.map((option) => option.default ?? false),
      [false, true],
    );
  });

  test('shows a person by their account', () => {
    const owner = inputOf(
      { ...toForm([field('owner', { input: { type: 'person' }, value: '700000000000000010' })]) },
      'owner',
    );
    assert.ok(owner.type === ComponentType.UserSelect);
    assert.deepEqual(owner.default_values, [{ id: '700000000000000010', type: 'user' }]);
  });

  test('lets what was given be longer than it may, so that it can be shortened', () => {
    const title = inputOf(toForm([field('title', { value: 'x'.repeat(300) })]), 'title');
    assert.ok(title.type === ComponentType.TextInput);
    assert.equal(title.max_length, 300);
    assert.equal(title.value?.length, 300);
  });

  test('asks for five at most, the required first; what was given for the rest travels along', () => {
    const fields = [1, 2, 3, 4].map((number) => field(`f${number}`));
    const form = toForm([
      ...fields,
      field('who', { input: { type: 'person' }, value: '700000000000000010' }),
      field('last', { value: 'kept' }),
      field('title', { required: true }),
    ]);
    const { modal } = toModal(form);
    assert.deepEqual(
      inputsOf(modal).map(({ component }) => component.custom_id),
      ['title', 'f1', 'f2', 'f3', 'f4'],
    );
    assert.deepEqual(parseControlId(modal.custom_id, () => null)?.press.input, {
      task: 'T-1',
      who: '<@700000000000000010>',
      last: 'kept',
    });
  });
});

describe('a submitted form', () => {
  const base = { id: 1 };

  test('adds what was filled in to what is known', () => {
    const { input } = readModal({ task: 'T-1' }, [
      ['title', { ...base, type: ComponentType.TextInput, customId: 'title', value: 'Call' }],
      ['status', { ...base, type: ComponentType.StringSelect, customId: 'status', values: ['open'] }],
      ['owner', { ...base, type: ComponentType.UserSelect, customId: 'owner', values: ['700000000000000010'] }],
    ]);
    assert.deepEqual(input, { task: 'T-1', title: 'Call', status: 'open', owner: '<@700000000000000010>' });
  });

  test('takes back what was emptied', () => {
    const { input } = readModal({ notes: 'old', owner: '<@1>' }, [
      ['notes', { ...base, type: ComponentType.TextInput, customId: 'notes', value: '' }],
      ['owner', { ...base, type: ComponentType.UserSelect, customId: 'owner', values: [] }],
    ]);
    assert.deepEqual(input, {});
  });
});

function toForm(fields: readonly FormField[]): Form {
  return {
    title: text('Change'),
    submit: text('Save'),
    cancel: text('Cancel'),
    press: { operation: 'task.due', input: { task: 'T-1' } },
    fields,
  };
}

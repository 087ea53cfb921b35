import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RestError } from '../../../../src/sandbox/discord/rest-error.ts';
import { checkForm } from '../../../../src/sandbox/discord/validation/check.ts';
import { checkModal } from '../../../../src/sandbox/discord/validation/modal.ts';
import { placesOf } from '../support.ts';

const input = (custom_id: string, rest: object = {}) => ({ type: 4, custom_id, style: 1, ...rest });
const label = (component: object, rest: object = {}) => ({ type: 18, label: 'Title', component, ...rest });
const modal = (...components: object[]) => ({ custom_id: 'm', title: 'Add a task', components });
const select = { type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }] };

function wrongIn(body: object): readonly string[] {
  try {
    checkForm((check) => checkModal(check, body as Record<string, unknown>));
    return [];
  } catch (error) {
    if (error instanceof RestError) return placesOf(error.body.errors);
    throw error;
  }
}

test('a modal of labels, and one of rows as in earlier days, are taken', () => {
  assert.deepEqual(wrongIn(modal(label(input('a')), label(select), label({ type: 5, custom_id: 'u' }))), []);
  assert.deepEqual(wrongIn(modal({ type: 1, components: [input('a', { label: 'Title' })] })), []);
});

const refused: Record<string, [body: object, place: string]> = {
  'a title too long': [{ ...modal(label(input('a'))), title: 'x'.repeat(46) }, 'title'],
  'a sixth field': [modal(...Array.from({ length: 6 }, (_, n) => label(input(`${n}`)))), 'components'],
  'no field at all': [modal(), 'components'],
  'a label too long': [modal(label(input('a'), { label: 'x'.repeat(46) })), 'components.0.label'],
  'a description too long': [modal(label(input('a'), { description: 'x'.repeat(101) })), 'components.0.description'],
  'a label without a field': [modal({ type: 18, label: 'x' }), 'components.0.component'],
  'a label on the field itself': [modal(label(input('a', { label: 'x' }))), 'components.0.component.label'],
  'a button': [modal(label({ type: 2, custom_id: 'b', style: 1 })), 'components.0.component.type'],
  'the same field twice': [modal(label(input('a')), label(input('a'))), 'components.1.component.custom_id'],
  'a placeholder too long': [
    modal(label(input('a', { placeholder: 'x'.repeat(101) }))),
    'components.0.component.placeholder',
  ],
  'a value beyond its limit': [
    modal(label(input('a', { max_length: 2, value: 'xxx' }))),
    'components.0.component.value',
  ],
  'a select without options': [modal(label({ ...select, options: [] })), 'components.0.component.options'],
};

for (const [name, [body, place]] of Object.entries(refused)) {
  test(`a modal is refused: ${name}`, () => {
    assert.ok(wrongIn(body).includes(place), `found ${wrongIn(body)}`);
  });
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UserError } from '../../src/core/errors.ts';
import type { Reader } from '../../src/core/param.ts';
import { addressee, person } from '../../src/core/params.ts';

const unasked = () => assert.fail('a person is read from their name alone');
const reader: Reader = {
  names: {},
  readTime: unasked,
  readWhen: unasked,
  readRepetition: unasked,
  readRecurrence: unasked,
  readZone: unasked,
  readLocale: unasked,
};

const refused = (code: string) => (error: unknown) => error instanceof UserError && error.code === code;

describe('whom an input names', () => {
  for (const raw of [
    'everyone',
    'Everybody',
    'all',
    'todos',
    'todas',
    'todo el mundo',
    '@here',
    '@channel',
    '<!here>',
  ]) {
    it(`is no person by ${raw}`, () => {
      assert.throws(() => addressee().schema(reader).parse(raw), refused('input.everybody'));
      assert.throws(() => person().schema(reader).parse(raw), refused('input.person'));
    });
  }

  it('is everybody by the word for here, where that can be meant', () => {
    for (const raw of ['here', 'aquí', 'AQUI']) {
      assert.deepEqual(addressee().schema(reader).parse(raw), { type: 'here' });
      assert.throws(() => person().schema(reader).parse(raw), refused('input.person'));
    }
  });

  it('is a person whose name only begins like such a word', () => {
    for (const raw of ['Allison', 'Todosia', 'All Saints', '@alla']) {
      assert.deepEqual(addressee().schema(reader).parse(raw), { type: 'name', name: raw.replace('@', '') });
    }
  });
});

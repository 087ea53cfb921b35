import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPresent, toNamed } from '../../../src/domain/conversations/attendance-names.ts';
import type { MemberWithPerson } from '../../../src/domain/people/mentionable.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { listWords } from '../../../src/views/conversations/closing.ts';
import { inSlack } from '../../support/members.ts';
import { speechIn } from '../../views/examples.ts';

/** Members as far as names are concerned; their ids are their places. */
function namedAs(...names: readonly string[]) {
  return toNamed(
    names.map(
      (name, index) => ({ id: String(index), person: { id: '', name, accounts: [] } }) as unknown as MemberWithPerson,
    ),
  );
}

function read(lines: readonly string[], members: readonly string[], seated: readonly string[] = []) {
  const { memberIds, guests, guestNames } = readPresent(lines, {
    ...{ members: namedAs(...members), seated: new Set(seated), place: inSlack },
  });
  return [[...memberIds].sort().join(' '), guests, ...guestNames];
}

describe('a list of names', () => {
  it('tells two of one name apart by a number', () => {
    const members = ['Ana López', 'Bo', 'ana lopez'];
    assert.deepEqual(
      namedAs(...members).map(({ label }) => label),
      ['Ana López (1)', 'ana lopez (2)', 'Bo'],
    );
    assert.deepEqual(read(['Ana López (2)'], members), ['2', 0]);
    assert.deepEqual(read(['Ana López (1)', 'ana lopez (2)'], members), ['0 2', 0]);
    assert.throws(() => read(['Ana López'], members), {
      params: { given: 'Ana López', choices: 'Ana López (1), ana lopez (2)' },
    });
    assert.throws(() => read(['ana'], members), { code: 'person.ambiguous', field: 'present' });
  });

  it('is first of all names, whatever they look like', () => {
    const members = ['No Ra', '3 Trees', 'Everyone', 'Baker, Sam', 'Sam Rivera', 'Not Sam', '  Two\nLines '];
    for (const [index, { label }] of namedAs(...members).entries()) {
      assert.deepEqual(read([label], members, ['1', '2']), [String(index), 0], label);
    }
  });

  it('counts guests by a number, a name or several', () => {
    assert.deepEqual(read(['3 guests', '+2', '1', 'Ruth and her son', 'Bo, Eva'], ['Ana']), [
      '',
      9,
      'Ruth and her son',
      'Bo',
      'Eva',
    ]);
    assert.deepEqual(read(['10000 people', '7of9'], ['Ana']), ['', 2, '10000 people', '7of9']);
  });

  it('takes somebody out of everybody, but not a guest', () => {
    const members = ['Ana', 'Bo', 'Eva'];
    assert.deepEqual(read(['everyone', 'not bo'], members, ['0', '1']), ['0', 0]);
    assert.deepEqual(read(['not bo', 'EVERYBODY', 'Eva'], members, ['0', '1']), ['0 2', 0]);
    assert.deepEqual(read(['not Kai'], members), ['', 1, 'not Kai']);
  });

  it('reads the words that the form itself uses, in every language', () => {
    for (const locale of createCatalogue().locales) {
      const { everybody, without } = listWords(speechIn(locale));
      assert.deepEqual(read([everybody, without('Ana')], ['Ana', 'Bo'], ['0', '1']), ['1', 0], locale);
    }
  });

  it('takes people’s words for words', () => {
    const hostile = ['<script>', '*Ana*', '<!channel>', '$&', '(a+)+$', '%'];
    assert.deepEqual(read(hostile, ['Ana']), ['', hostile.length, ...hostile]);
    assert.deepEqual(read(hostile, hostile).slice(1), [0]);
  });
});

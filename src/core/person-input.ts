import type { PersonInput, Reader } from './param.ts';
import { toVisible } from './visible.ts';

/** A mention, a name with or without `@`, or `me`; null where it is nobody. */
export function readPerson(raw: string, names: Reader['names']): PersonInput | null {
  const mentioned = /^<@!?([A-Z0-9]+)(?:\|([^>]*))?>$/.exec(raw);
  if (mentioned?.[1]) return { type: 'account', accountId: mentioned[1], name: names[mentioned[1]] ?? mentioned[2] };
  const name = toVisible(raw.replace(/^@/, ''));
  if (name === '' || /^<[!#]/.test(raw)) return null;
  return /^(me|yo|mí|mi)$/iu.test(name) ? { type: 'me' } : { type: 'name', name };
}

/** A person as they can be written and read again, for a control that carries them. */
export function writePerson(input: PersonInput): string {
  switch (input.type) {
    case 'me':
      return 'me';
    case 'account':
      return `<@${input.accountId}>`;
    case 'name':
      return input.name;
    default:
      return input satisfies never;
  }
}

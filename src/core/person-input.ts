import type { PersonInput, Reader } from './param.ts';
import { toVisible } from './visible.ts';

/**
 * Whether it means everybody, in words or as a platform's own mention of all (Discord's `@everyone`, Slack's `<!here>`):
 * no one person is meant by it, whoever may be called that.
 */
export function meansEverybody(raw: string): boolean {
  return /^(<!(here|channel|everyone)\b.*>|@?(here|aqu[ií]|channel|everyone|everybody|all|tod[aeo]s|todo el mundo))$/iu.test(
    raw.trim(),
  );
}

/** A mention, a name with or without `@`, or `me`; null where it is nobody, or everybody. */
export function readPerson(raw: string, names: Reader['names']): PersonInput | null {
  const mentioned = /^<@!?([A-Z0-9]+)(?:\|([^>]*))?>$/.exec(raw);
  if (mentioned?.[1]) return { type: 'account', accountId: mentioned[1], name: names[mentioned[1]] ?? mentioned[2] };
  if (meansEverybody(raw)) return null;
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

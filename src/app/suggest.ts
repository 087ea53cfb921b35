import { type AnyOperation, findOperation } from '../core/define.ts';
import type { Completion, Suggestion } from '../core/invocation.ts';
import { languageName } from '../i18n/catalogue.ts';
import { suggestZones } from '../time/zones.ts';
import { meet, speechFor } from './meet.ts';
import type { AppParts } from './parts.ts';

/** Both platforms show at most 25 (Discord: autocomplete choices; more would not be read either). */
const atMost = 25;

/**
 * What to offer for the input that somebody is typing: of the things of a coalition, where they are a member or would be
 * by acting. Typing makes nobody one.
 */
export async function suggest(parts: AppParts, completion: Completion): Promise<readonly Suggestion[]> {
  const operation = findOperation(parts.commands, completion.operation);
  const param = operation?.params[completion.focused];
  const typed = completion.input[completion.focused] ?? '';
  switch (param?.suggests) {
    case 'zone':
      return suggestZones(typed, atMost).map((zone) => ({ label: zone, value: zone }));
    case 'locale':
      return parts.catalogue.locales.map((locale) => ({ label: languageName(locale, locale), value: locale }));
    case 'here':
      return operation ? suggestOwn(parts, operation, completion, typed) : [];
    default:
      return [];
  }
}

async function suggestOwn(parts: AppParts, operation: AnyOperation, completion: Completion, typed: string) {
  const offer = operation.suggest?.[completion.focused];
  if (!offer) return [];
  const caller = await meet(parts, { ...completion, placeName: '' });
  const acting = await parts.door.recognise(caller);
  if (!acting) return [];
  const speech = speechFor(parts, acting, completion.actor);
  const offered = await offer({ ...acting, speech, site: parts.site }, typed);
  return offered.slice(0, atMost);
}

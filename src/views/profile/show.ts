import { type Preference, rankPreferences } from '../../core/preference.ts';
import { type RichText, text } from '../../core/rich-text.ts';
import { type Node, type View, view } from '../../core/view.ts';
import { languageName } from '../../i18n/catalogue.ts';
import { showList } from '../../i18n/lists.ts';
import { showMoment } from '../../i18n/moments.ts';
import { fields, heading, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { awayNodes } from './away.ts';
import type { AccountFact, ClosedFacts, ProfileFacts } from './facts.ts';

/** Everything that is known of a person, to themselves. */
export function profileShown(speech: Speech, profile: ProfileFacts): View {
  return view(heading(speech.t('profile.heading')), ...profileNodes(speech, profile));
}

/** After `/profile set`: how things are now; `back` where they said that they are not away any more. */
export function profileSet(speech: Speech, profile: ProfileFacts, { back }: { readonly back: boolean }): View {
  return view(paragraph(speech.t(back ? 'profile.away.over' : 'profile.saved')), ...profileNodes(speech, profile));
}

/** After two accounts became one person, on both sides. */
export function accountsLinked(speech: Speech, profile: ProfileFacts): View {
  return view(paragraph(speech.t('profile.linked')), ...profileNodes(speech, profile));
}

function profileNodes(speech: Speech, profile: ProfileFacts): readonly (Node | false)[] {
  const closed = profile.closed.map((each) => closedNote(speech, each));
  return [profileFields(speech, profile), ...closed, ...awayNodes(speech, profile.away)];
}

/** That direct messages do not arrive there, and what to do about it. */
function closedNote({ t, locale, zone }: Speech, { platform, at }: ClosedFacts): Node {
  const when = showMoment(at, 'moment', locale, zone);
  return note(t('profile.closed', { platform, name: t(`platform.${platform}`), at: when }));
}

function profileFields(speech: Speech, profile: ProfileFacts): Node | false {
  const { t } = speech;
  return fields(
    [t('common.name'), text(profile.name)],
    [t('common.zone'), showPreference(speech, findZone(speech, profile))],
    [t('common.language'), showPreference(speech, findLanguage(speech, profile))],
    [t('profile.reminders'), t(`profile.reminders.${profile.reminders}`)],
    [t('profile.quiet'), showQuiet(speech, profile)],
    [t('profile.budget'), t('profile.budget.count', { count: profile.dailyBudget })],
    [t('profile.accounts'), showAccounts(speech, profile.accounts)],
  );
}

/** As it is by now: where accounts were linked just now, one may say what the reader's did not. */
function findZone({ zone, from }: Speech, profile: ProfileFacts): Preference {
  const accounts = profile.accounts.map((account) => account.zone);
  const [own] = rankPreferences({ person: profile.zone, accounts });
  return own ?? { value: zone, from: from?.zone ?? 'installation' };
}

function findLanguage({ locale, from }: Speech, profile: ProfileFacts): Preference {
  if (profile.locale !== null) return { value: languageName(profile.locale, locale), from: 'person' };
  return { value: languageName(locale, locale), from: from?.locale ?? 'installation' };
}

/** What was not chosen says where it comes from. */
function showPreference({ t }: Speech, { value, from }: Preference): RichText {
  return from === 'person' ? text(value) : t(`profile.from.${from}`, { value });
}

function showQuiet({ t }: Speech, { quietFrom, quietTo }: ProfileFacts): RichText {
  if (quietFrom === null || quietTo === null) return t('profile.quiet.none');
  return t('profile.quiet.range', { from: quietFrom, to: quietTo });
}

function showAccounts({ t, locale }: Speech, accounts: readonly AccountFact[]): RichText {
  const named = accounts.map(({ name, platform }) =>
    t('profile.account', { name, platform: t(`platform.${platform}`) }),
  );
  return showList(named, locale);
}

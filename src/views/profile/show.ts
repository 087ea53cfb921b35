import { type RichText, text } from '../../core/rich-text.ts';
import { type Node, type View, view } from '../../core/view.ts';
import { languageName } from '../../i18n/catalogue.ts';
import { showList } from '../../i18n/lists.ts';
import { fields, heading, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { AccountFact, ProfileFacts } from './facts.ts';

/** Everything that is known of a person, to themselves. */
export function profileShown(speech: Speech, profile: ProfileFacts): View {
  return view(heading(speech.t('profile.heading')), profileFields(speech, profile));
}

/** After `/profile set`: how things are now. */
export function profileSet(speech: Speech, profile: ProfileFacts): View {
  return view(paragraph(speech.t('profile.saved')), profileFields(speech, profile));
}

/** After two accounts became one person, on both sides. */
export function accountsLinked(speech: Speech, profile: ProfileFacts): View {
  return view(paragraph(speech.t('profile.linked')), profileFields(speech, profile));
}

function profileFields(speech: Speech, profile: ProfileFacts): Node | false {
  const { t, zone, locale } = speech;
  const chosen = profile.locale ?? locale;
  return fields(
    [t('common.name'), text(profile.name)],
    [t('common.zone'), showChoice(speech, profile.zone, text(profile.zone ?? zone))],
    [t('common.language'), showChoice(speech, profile.locale, text(languageName(chosen, locale)))],
    [t('profile.reminders'), t(`profile.reminders.${profile.reminders}`)],
    [t('profile.quiet'), showQuiet(speech, profile)],
    [t('profile.budget'), t('profile.budget.count', { count: profile.dailyBudget })],
    [t('profile.accounts'), showAccounts(speech, profile.accounts)],
  );
}

/** What was not chosen is a guess of ours, and says so. */
function showChoice({ t }: Speech, chosen: string | null, value: RichText): RichText {
  return chosen === null ? t('profile.guessed', { value }) : value;
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

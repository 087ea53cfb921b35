import { type View, view } from '../../core/view.ts';
import { showMoment } from '../../i18n/moments.ts';
import { button } from '../controls.ts';
import { note, paragraph } from '../nodes.ts';
import { questionView } from '../question.ts';
import type { Speech } from '../speech.ts';
import type { AccountFact, LinkCodeFacts } from './facts.ts';

/** A code to enter with the other account. */
export function linkCodeGiven({ t, locale, zone }: Speech, { code, expiresAt }: LinkCodeFacts): View {
  return view(
    paragraph(t('profile.link.code', { link: code })),
    paragraph(t('profile.link.how', { link: code })),
    note(t('profile.link.expires', { at: showMoment(expiresAt, 'moment', locale, zone) })),
  );
}

/** To the account that entered the code: the other one has to agree. */
export function linkEntered({ t }: Speech): View {
  return view(paragraph(t('profile.link.entered')));
}

/** To whoever asked for the code: is the account that entered it theirs? */
export function linkQuestion({ t }: Speech, code: string, claimedBy: AccountFact): View {
  return questionView(
    t('profile.link.question', { account: claimedBy.name, platform: t(`platform.${claimedBy.platform}`) }),
    button(t('profile.link.yes'), 'profile.confirm', { code }, 'primary'),
    button(t('profile.link.no'), 'profile.refuse', { code }),
  );
}

/** After the question was answered with no. */
export function linkRefused({ t }: Speech): View {
  return view(paragraph(t('profile.link.refused')));
}

/** After `/profile unlink`. */
export function accountUnlinked({ t }: Speech): View {
  return view(paragraph(t('profile.unlinked')));
}

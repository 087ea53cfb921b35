import { mention, type RichText, text } from '../../core/rich-text.ts';
import type { Node } from '../../core/view.ts';
import { languageName } from '../../i18n/catalogue.ts';
import { fields } from '../nodes.ts';
import { showRecurrence } from '../recurrence.ts';
import type { Speech } from '../speech.ts';
import type { CoalitionFacts, MemberFacts, RoleName, SettingsFacts } from './facts.ts';

/** A role in words. */
export function showRole({ t }: Speech, role: RoleName): RichText {
  return t(`role.${role}`);
}

/** A member, mentioned. */
export function showMember({ who }: MemberFacts): RichText {
  return mention(who);
}

/** Its clock and its language. */
export function coalitionFields({ t, locale }: Speech, coalition: CoalitionFacts): Node | false {
  return fields(
    [t('common.zone'), text(coalition.zone)],
    [t('common.language'), text(languageName(coalition.locale, locale))],
  );
}

/** All that can be set. */
export function settingsFields(speech: Speech, { coalition, digest }: SettingsFacts): Node | false {
  const { t, locale } = speech;
  return fields(
    [t('common.zone'), text(coalition.zone)],
    [t('common.language'), text(languageName(coalition.locale, locale))],
    [t('coalition.digest'), digest ? showRecurrence(digest, speech) : t('coalition.digest.off')],
  );
}

/** What a member said of themselves, and their role. */
export function memberFields(speech: Speech, { role, sector, area }: MemberFacts): Node | false {
  const { t } = speech;
  const none = t('coalition.coverage.none');
  return fields(
    [t('coalition.role'), showRole(speech, role)],
    [t('coalition.sector'), sector === null ? none : text(sector)],
    [t('coalition.area'), area === null ? none : text(area)],
  );
}

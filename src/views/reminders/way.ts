import { mention, type RichText } from '../../core/rich-text.ts';
import type { Node } from '../../core/view.ts';
import { note } from '../nodes.ts';
import { showSpace } from '../space.ts';
import type { Speech } from '../speech.ts';
import type { ReminderFacts, WayFacts } from './facts.ts';

/** Where it is going to be said, and how to have it directly; nothing for what is for everybody. */
export function wayNote(speech: Speech, { recipient }: ReminderFacts, way: WayFacts | null): Node | false {
  return recipient !== null && way !== null && note(showWay(speech, mention(recipient), way));
}

function showWay(speech: Speech, recipient: RichText, { to, own, askedDirectly, space: said }: WayFacts): RichText {
  const { t } = speech;
  if (to === 'nobody') return t('reminder.way.nobody', { recipient });
  if (to === 'nowhere') return t(own ? 'reminder.way.nowhere.me' : 'reminder.way.nowhere', { recipient });
  if (!said) return t(own ? 'reminder.way.me.only' : 'reminder.way.member.only', { recipient });
  const space = showSpace(said, speech);
  if (to === 'direct') return own ? t('reminder.way.me', { space }) : t('reminder.way.member', { recipient, space });
  return t(own && askedDirectly ? 'reminder.way.space.asked' : 'reminder.way.space', { space });
}

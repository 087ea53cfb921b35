import { type Mentionable, mention, type RichText } from '../../core/rich-text.ts';
import type { Node } from '../../core/view.ts';
import { showDay, showMoment } from '../../i18n/moments.ts';
import { button, controls } from '../controls.ts';
import { note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { AwayFacts } from './facts.ts';

/** To whoever is away: until when, what that means, and how to end it. Nothing for anybody else. */
export function awayNodes(speech: Speech, away: AwayFacts | null): readonly (Node | false)[] {
  if (!away) return [];
  const { t } = speech;
  const until = showUntil(away, speech);
  return [
    paragraph(t(isDay(away) ? 'profile.away.day' : 'profile.away.moment', { until })),
    note(t('profile.away.meaning')),
    controls(button(t('profile.away.end'), 'profile.set', { away: 'off' })),
  ];
}

/** To somebody who counts on another: they are away. Nothing where they are not. */
export function awayNote(speech: Speech, person: Mentionable | null, away: AwayFacts | null): Node | false {
  if (!person || !away) return false;
  return note(speech.t('profile.away.other', { person: mention(person), until: showUntil(away, speech) }));
}

/** The day on which they are back as their calendar has it, or the moment in each reader's own zone. */
function showUntil(away: AwayFacts, { locale, zone }: Speech): RichText {
  return isDay(away) ? showDay(away.wall, locale) : showMoment(away.at, 'moment', locale, zone);
}

function isDay({ wall }: AwayFacts): boolean {
  return !wall.includes('T');
}

import { bold, type RichText, text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { showList } from '../../i18n/lists.ts';
import { showMoment } from '../../i18n/moments.ts';
import { buttonIn, controls } from '../controls.ts';
import { fields, heading, list, paragraph } from '../nodes.ts';
import { channelName } from '../space.ts';
import type { Speech } from '../speech.ts';
import type { CoalitionOverview, RoleName, SpaceFacts } from './facts.ts';
import { coalitionFields } from './words.ts';

const rolesInOrder: readonly RoleName[] = ['organizer', 'facilitator', 'bridge-builder', 'member'];

/** A coalition at a glance: where it meets, who takes part, whom it reaches. */
export function coalitionShown(speech: Speech, overview: CoalitionOverview): View {
  const { t } = speech;
  const { coalition, spaces, sectors, areas } = overview;
  return view(
    heading(text(coalition.name)),
    coalitionFields(speech, coalition),
    paragraph(bold(t('coalition.spaces'))),
    list(spaces.length > 0 ? spaces.map((space) => showSpace(speech, space)) : [t('coalition.spaces.none')]),
    fields(
      [t('coalition.members'), showCounts(speech, overview)],
      [t('coalition.sectors'), showNames(speech, sectors)],
      [t('coalition.areas'), showNames(speech, areas)],
    ),
    controls(
      buttonIn(coalition.id, t('coalition.button.members'), 'coalition.members'),
      buttonIn(coalition.id, t('coalition.button.invite'), 'coalition.invite'),
    ),
  );
}

function showSpace({ t, locale, zone }: Speech, { name, platform, lostAt }: SpaceFacts): RichText {
  const params = { name: channelName(name), platform: t(`platform.${platform}`) };
  if (lostAt === null) return t('coalition.space', params);
  return t('coalition.space.lost', { ...params, at: showMoment(lostAt, 'moment', locale, zone) });
}

/** "2 organizers and 14 members without a special role"; roles that nobody has are left out. */
function showCounts({ t, locale }: Speech, { roles }: CoalitionOverview): RichText {
  const held = rolesInOrder.filter((role) => roles[role] > 0);
  return showList(
    held.map((role) => t(`coalition.members.count.${role}`, { count: roles[role] })),
    locale,
  );
}

function showNames({ t, locale }: Speech, names: readonly string[]): RichText {
  return names.length > 0 ? showList(names.map(text), locale) : t('coalition.coverage.none');
}

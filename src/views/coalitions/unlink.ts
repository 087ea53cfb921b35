import { type View, view } from '../../core/view.ts';
import { buttonIn } from '../controls.ts';
import { note, paragraph } from '../nodes.ts';
import { questionView } from '../question.ts';
import type { Speech } from '../speech.ts';
import type { CoalitionFacts, InviteFacts } from './facts.ts';
import { inviteNodes } from './invite.ts';

/** Before the last channel is unlinked: what that means. */
export function lastSpaceQuestion({ t }: Speech, { id, name }: CoalitionFacts): View {
  return questionView(
    t('coalition.unlink.question', { name }),
    buttonIn(id, t('coalition.unlink.yes'), 'coalition.unlink-last', {}, 'danger'),
    buttonIn(id, t('coalition.unlink.no'), 'coalition.keep'),
  );
}

/** After `/coalition unlink`. Where it was the last channel, with the code that is the way back. */
export function spaceUnlinked(speech: Speech, { name }: CoalitionFacts, invite: InviteFacts | null): View {
  const { t } = speech;
  return view(
    paragraph(t('coalition.unlinked', { name })),
    ...(invite ? [paragraph(t('coalition.unlinked.last')), ...inviteNodes(speech, invite)] : []),
    invite !== null && note(t('coalition.unlinked.another')),
  );
}

/** After the question was answered with no. */
export function spaceKept({ t }: Speech, { name }: CoalitionFacts): View {
  return view(paragraph(t('coalition.unlink.kept', { name })));
}

import { type Node, type View, view } from '../../core/view.ts';
import { showMoment } from '../../i18n/moments.ts';
import { buttonIn, controls } from '../controls.ts';
import { note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { InviteFacts } from './facts.ts';

/** A code that links another channel: what to do with it, how long it works, how to take it back. */
export function inviteGiven(speech: Speech, invite: InviteFacts): View {
  const { coalitionId, code } = invite;
  return view(
    ...inviteNodes(speech, invite),
    controls(buttonIn(coalitionId, speech.t('coalition.button.revoke'), 'coalition.revoke', { code }, 'danger')),
  );
}

/** The same in the words alone. */
export function inviteNodes({ t, locale, zone }: Speech, { code, expiresAt }: InviteFacts): readonly Node[] {
  return [
    paragraph(t('coalition.invite.code', { invite: code })),
    paragraph(t('coalition.invite.how', { invite: code })),
    note(t('coalition.invite.expires', { at: showMoment(expiresAt, 'moment', locale, zone) })),
  ];
}

/** After its button was pressed: the code is of no more use. */
export function inviteRevoked({ t }: Speech, code: string): View {
  return view(paragraph(t('coalition.invite.revoked', { invite: code })));
}

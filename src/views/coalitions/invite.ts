import { type View, view } from '../../core/view.ts';
import { showMoment } from '../../i18n/moments.ts';
import { buttonIn, controls } from '../controls.ts';
import { note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { InviteFacts } from './facts.ts';

/** A code that links another channel: what to do with it, how long it works, how to take it back. */
export function inviteGiven({ t, locale, zone }: Speech, { coalitionId, code, expiresAt }: InviteFacts): View {
  return view(
    paragraph(t('coalition.invite.code', { invite: code })),
    paragraph(t('coalition.invite.how', { invite: code })),
    note(t('coalition.invite.expires', { at: showMoment(expiresAt, 'moment', locale, zone) })),
    controls(buttonIn(coalitionId, t('coalition.button.revoke'), 'coalition.revoke', { code }, 'danger')),
  );
}

/** After its button was pressed: the code is of no more use. */
export function inviteRevoked({ t }: Speech, code: string): View {
  return view(paragraph(t('coalition.invite.revoked', { invite: code })));
}

import { UserError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { Conversation } from '../../store/generated/sqlite/client.ts';
import type { Acting } from '../people/acting.ts';

type OfConversation = Pick<Conversation, 'number' | 'authorId' | 'facilitatorId'>;

/**
 * Whether a conversation is this member's to move, to cancel, to edit and to close: its author's, its facilitator's, the
 * organizers' and those members' who are facilitators.
 */
export function leads({ member }: Pick<Acting, 'member'>, { authorId, facilitatorId }: Omit<OfConversation, 'number'>) {
  return [authorId, facilitatorId].includes(member.id) || ['organizer', 'facilitator'].includes(member.role);
}

/** Only whoever leads it may go on. Throws `access.not-yours`. */
export function assertLeads(acting: Pick<Acting, 'member'>, conversation: OfConversation): void {
  if (leads(acting, conversation)) return;
  throw new UserError('access.not-yours', { reference: formatReference('conversation', conversation.number) });
}

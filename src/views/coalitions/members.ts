import { join, type RichText, text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { controls } from '../controls.ts';
import { heading, list, paragraph } from '../nodes.ts';
import { pageButtons, pageNote } from '../paging.ts';
import type { Speech } from '../speech.ts';
import type { MemberFacts, MemberPage, RoleName } from './facts.ts';
import { showMember, showRole } from './words.ts';

/** What the list was asked for; the pages carry it on. */
export interface MemberFilters {
  readonly role?: RoleName | undefined;
  readonly sector?: string | undefined;
}

/** One page of a coalition's members. */
export function memberList(speech: Speech, coalitionId: string, members: MemberPage, filters: MemberFilters): View {
  const { t } = speech;
  if (members.total === 0) return view(paragraph(t('coalition.members.empty')));
  return view(
    heading(t('coalition.members')),
    list(members.members.map((member) => showLine(speech, member))),
    pageNote(speech, members, t('coalition.members.count', { total: members.total })),
    controls(...pageButtons(speech, members, coalitionId, 'coalition.members', { ...filters })),
  );
}

function showLine(speech: Speech, member: MemberFacts): RichText {
  const { role, sector, area } = member;
  return join([showMember(member), showRole(speech, role), text(sector ?? ''), text(area ?? '')], ' · ');
}

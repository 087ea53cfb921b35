import { type View, view } from '../../core/view.ts';
import { buttonIn, controls } from '../controls.ts';
import { list, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { CoalitionFacts, MemberFacts } from './facts.ts';
import { coalitionFields, memberFields, showMember, showRole } from './words.ts';

/** After `/coalition create`: it stands, and these are the next steps. */
export function coalitionCreated(speech: Speech, coalition: CoalitionFacts): View {
  const { t } = speech;
  const { id, name } = coalition;
  return view(
    paragraph(t('coalition.created', { name })),
    coalitionFields(speech, coalition),
    paragraph(t('coalition.created.steps')),
    list([t('coalition.created.invite'), t('coalition.created.join'), t('coalition.created.task')]),
    controls(
      buttonIn(id, t('coalition.button.invite'), 'coalition.invite', {}, 'primary'),
      buttonIn(id, t('task.button.add'), 'task.add'),
    ),
  );
}

/** After `/coalition link`: this channel belongs to it now. */
export function spaceLinked({ t }: Speech, { id, name }: CoalitionFacts): View {
  return view(
    paragraph(t('coalition.linked', { name })),
    paragraph(t('coalition.linked.next')),
    controls(buttonIn(id, t('coalition.button.show'), 'coalition.show')),
  );
}

/** After `/coalition join`: welcome, and what is known of the member. */
export function coalitionJoined(speech: Speech, coalition: CoalitionFacts, member: MemberFacts): View {
  const { t } = speech;
  return view(
    paragraph(t('coalition.joined', { name: coalition.name })),
    memberFields(speech, member),
    paragraph(t('coalition.joined.next')),
  );
}

/** After `/coalition leave`. */
export function coalitionLeft({ t }: Speech, { name }: CoalitionFacts): View {
  return view(paragraph(t('coalition.left', { name })));
}

/** After `/coalition role`. */
export function roleChanged(speech: Speech, member: MemberFacts): View {
  const params = { member: showMember(member), role: showRole(speech, member.role) };
  return view(paragraph(speech.t('coalition.role-changed', params)));
}

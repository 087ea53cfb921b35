import { formatOccurrence } from '../../core/ids.ts';
import { bold, join, type RichText, text } from '../../core/rich-text.ts';
import { type Action, type View, view } from '../../core/view.ts';
import type { DecisionPage, FoundDecision } from '../../domain/conversations/find-decisions.ts';
import { showMoment } from '../../i18n/moments.ts';
import { controls } from '../controls.ts';
import { heading, list, paragraph } from '../nodes.ts';
import { pageButtons, pageNote } from '../paging.ts';
import type { Speech } from '../speech.ts';

/** One page of what was decided, the newest first, or what fits the words that were looked for. */
export function decisionList(speech: Speech, page: DecisionPage, query: string | undefined): View {
  const { t } = speech;
  const { coalitionId, decisions, total } = page;
  if (total === 0) {
    const words =
      query === undefined ? t('conversation.decisions.none') : t('conversation.decisions.unfound', { query });
    return view(paragraph(words));
  }
  return view(
    heading(query === undefined ? t('conversation.decisions.all') : t('conversation.decisions.found', { query })),
    list(decisions.map((decision) => showDecision(speech, decision))),
    pageNote(speech, page, t('conversation.decisions.count', { total })),
    controls(...pageButtons(speech, page, coalitionId, 'convene.decisions', { query })),
    controls(showSelect(speech, page)),
  );
}

/** `**C-3.2** · We rent the hall · Listening circle · March 4, 2027`. */
function showDecision({ locale, zone }: Speech, { text: words, title, startsAt, ...named }: FoundDecision): RichText {
  const when = showMoment(startsAt, 'date', locale, zone);
  return join([bold(text(formatOccurrence(named))), text(words), text(title), when], ' · ');
}

function showSelect({ t }: Speech, { coalitionId, decisions }: DecisionPage): Action {
  const named = new Map(decisions.map((decision) => [formatOccurrence(decision), decision.title]));
  return {
    type: 'select',
    label: t('conversation.button.show'),
    press: { operation: 'convene.show', input: { in: coalitionId } },
    fills: 'conversation',
    options: [...named].map(([reference, title]) => ({ label: text(`${reference} · ${title}`), value: reference })),
  };
}

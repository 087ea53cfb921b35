import { bold, join, type RichText, text } from '../../core/rich-text.ts';
import { type Action, type SelectOption, type View, view } from '../../core/view.ts';
import type { AgendaPage } from '../../domain/conversations/agenda.ts';
import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import { buttonIn, controls } from '../controls.ts';
import { heading, list, paragraph } from '../nodes.ts';
import { pageButtons, pageNote } from '../paging.ts';
import type { Speech } from '../speech.ts';
import { nameOf, referenceOf, shortNameOf } from './words.ts';

/** What is to be talked about, and for whoever may the means to add to it and to put it in order. */
export function agendaShown(speech: Speech, agenda: AgendaPage): View {
  const { t } = speech;
  const { occurrence, items, open } = agenda;
  const input = { conversation: referenceOf(occurrence) };
  const propose = open && buttonIn(occurrence.coalitionId, t('conversation.button.propose'), 'convene.propose', input);
  if (items.length === 0) {
    const conversation = shortNameOf(occurrence);
    return view(paragraph(t('conversation.agenda.empty', { conversation })), controls(propose));
  }
  return view(
    heading(t('conversation.agenda.of', { conversation: nameOf(occurrence) })),
    list(items.map((item) => showItem(speech, item))),
    pageNote(speech, agenda, t('conversation.agenda.count', { total: agenda.total })),
    controls(propose, ...pageButtons(speech, agenda, occurrence.coalitionId, 'convene.agenda', input)),
    ...selects(speech, agenda).map((select) => controls(select)),
  );
}

type Item = AgendaPage['items'][number];

function showItem({ t }: Speech, { place, text: words, author, everyTime }: Item): RichText {
  const marks = everyTime ? [t('conversation.agenda.every-time')] : [];
  return join([[...bold(text(`${place}.`)), ...text(` ${words}`)], text(author.name), ...marks], ' · ');
}

/** Putting it in order, an item at a time. */
function selects({ t }: Speech, { occurrence, items, orders, page, total }: AgendaPage): readonly Action[] {
  const input = { in: occurrence.coalitionId, conversation: referenceOf(occurrence), page: String(page) };
  const select = (label: RichText, operation: Operation, of: readonly Item[]): Action => {
    return { type: 'select', label, press: { operation, input }, fills: 'item', options: of.map(toOption) };
  };
  return [
    select(t('conversation.agenda.raise'), 'convene.raise', orders ? items.filter(({ place }) => place > 1) : []),
    select(t('conversation.agenda.lower'), 'convene.lower', orders ? items.filter(({ place }) => place < total) : []),
    select(
      t('conversation.agenda.remove'),
      'convene.remove',
      items.filter(({ removable }) => removable),
    ),
  ].filter((each) => each.type === 'select' && each.options.length > 0);
}

type Operation = `convene.${'raise' | 'lower' | 'remove'}`;

function toOption({ id, place, text: words }: Item): SelectOption {
  return { label: text(`${place}. ${words}`), value: id };
}

/** After something was added to the agenda. */
export function agendaItemAdded({ t }: Speech, occurrence: OccurrenceDetails, item: string): View {
  const input = { conversation: referenceOf(occurrence) };
  return view(
    paragraph(t('conversation.agenda.added', { item, conversation: shortNameOf(occurrence) })),
    controls(
      buttonIn(occurrence.coalitionId, t('conversation.button.agenda'), 'convene.agenda', input),
      buttonIn(occurrence.coalitionId, t('conversation.button.propose-more'), 'convene.propose', input),
    ),
  );
}

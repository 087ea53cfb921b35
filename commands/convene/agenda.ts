import { hidden, occurrence, text } from '../../src/core/params.ts';
import { addAgendaItem, getAgenda, moveAgendaItem, removeAgendaItem } from '../../src/domain/conversations/agenda.ts';
import { agendaItemAdded, agendaShown } from '../../src/views/conversations/agenda.ts';
import { memberOperation } from '../operations.ts';

const conversation = occurrence({ required: true });
const longestItem = 300;

const show = memberOperation({
  inPlace: true,
  params: { conversation, item: text({ max: longestItem }), page: hidden() },
  run: async (context, { conversation, item, page }) => {
    if (item === undefined) return agendaShown(context.speech, await getAgenda(context, conversation, Number(page)));
    return agendaItemAdded(context.speech, await addAgendaItem(context, conversation, item), item);
  },
});

const propose = memberOperation({
  params: { conversation, item: text({ required: true, max: longestItem }) },
  run: async (context, { conversation, item }) => {
    return agendaItemAdded(context.speech, await addAgendaItem(context, conversation, item), item);
  },
});

const params = { conversation, item: hidden(), page: hidden() };

const move = (to: 'up' | 'down') =>
  memberOperation({
    inPlace: true,
    params,
    run: async (context, { conversation: of, item: id = '', page }) => {
      return agendaShown(context.speech, await moveAgendaItem(context, { of, id, page: Number(page) }, to));
    },
  });

const remove = memberOperation({
  inPlace: true,
  params,
  run: async (context, { conversation: of, item: id = '', page }) => {
    return agendaShown(context.speech, await removeAgendaItem(context, { of, id, page: Number(page) }));
  },
});

/** What is to be talked about. */
export const agenda = {
  subcommands: { agenda: show },
  controls: { propose, raise: move('up'), lower: move('down'), remove },
};

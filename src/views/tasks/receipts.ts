import { text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { buttonIn, controls } from '../controls.ts';
import { heading } from '../nodes.ts';
import { pageButtons } from '../paging.ts';
import type { ReceiptPageFacts } from '../reminders/facts.ts';
import { receiptNodes } from '../reminders/receipts.ts';
import type { Speech } from '../speech.ts';
import { taskCard } from './card.ts';
import type { TaskFacts } from './facts.ts';
import { nameOf, referenceOf } from './words.ts';

/** A task for whoever asked for it, and the way to what its owner was told. */
export function taskShown(speech: Speech, task: TaskFacts): View {
  const told = buttonIn(task.coalitionId, speech.t('task.button.told'), 'task.told', { task: referenceOf(task) });
  return view(...taskCard(speech, task).nodes, controls(told));
}

/** A task and what became of its reminders. */
export function taskReceipts(speech: Speech, facts: ReceiptPageFacts & { readonly task: TaskFacts }): View {
  const { task } = facts;
  const paging = pageButtons(speech, facts, task.coalitionId, 'task.told', { task: referenceOf(task) });
  return view(heading(text(nameOf(task))), ...receiptNodes(speech, facts), controls(...paging));
}

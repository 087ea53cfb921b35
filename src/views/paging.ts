import type { OperationName } from '../core/invocation.ts';
import { join, type RichText } from '../core/rich-text.ts';
import type { Action, Node } from '../core/view.ts';
import { buttonIn } from './controls.ts';
import { note } from './nodes.ts';
import type { Speech } from './speech.ts';

/** Where one is in a long list. Pages count from 1. */
export interface Paging {
  readonly page: number;
  readonly pages: number;
}

/** The buttons to the pages before and after, which carry what the list was filtered by. */
export function pageButtons(
  { t }: Speech,
  { page, pages }: Paging,
  coalitionId: string,
  operation: OperationName,
  filters: Readonly<Record<string, string | undefined>> = {},
): readonly (Action | false)[] {
  const to = (target: number, label: RichText) =>
    buttonIn(coalitionId, label, operation, { ...filters, page: String(target) });
  return [page > 1 && to(page - 1, t('common.previous')), page < pages && to(page + 1, t('common.next'))];
}

/** "Page 2 of 5 · 43 tasks"; only the count where there is one page. */
export function pageNote({ t }: Speech, { page, pages }: Paging, count: RichText): Node {
  return note(join([pages > 1 ? t('common.page', { page, pages }) : [], count], ' · '));
}

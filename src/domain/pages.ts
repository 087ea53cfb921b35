/** Where a page stands among all. Pages count from 1. */
export interface Page {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** The page that was asked for, or the nearest one that exists; an empty list has one empty page. */
export function toPage(asked: number | undefined, total: number, perPage: number): Page {
  const pages = Math.max(1, Math.ceil(total / perPage));
  const wanted = Number.isInteger(asked) ? (asked ?? 1) : 1;
  return { page: Math.min(Math.max(wanted, 1), pages), pages, total };
}

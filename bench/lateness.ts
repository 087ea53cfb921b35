import { quantile } from './measure.ts';

/** How late deliveries came, as cells of a table: median, p95 and the latest, in milliseconds. */
export function toLatenessCells(due: ReadonlyMap<string, Date>, received: ReadonlyMap<string, number>): string[] {
  const late = [...due].map(([id, dueAt]) => (received.get(id) ?? Number.NaN) - dueAt.getTime()).sort((a, b) => a - b);
  if (late.some(Number.isNaN)) throw new Error('something did not come');
  if (late.some((time) => time < 0)) throw new Error('something came before its time');
  return [quantile(late, 0.5), quantile(late, 0.95), late.at(-1) ?? 0].map((time) => time.toFixed(0));
}

export const latenessHeadings = ['median', 'p95', 'latest'];

import { quantile, type Row } from './measure.ts';

const headings = ['', 'median', 'p95', 'ratio'];

/** The rows as a table for a terminal; the ratio is that of the medians, to the bare echo of the same platform. */
export function toTable(title: string, rows: readonly Row[]): string {
  return toPlainTable([[title, ...headings.slice(1)], ...rows.map((row) => toCells(row, rows))]);
}

/** Cells as a table for a terminal: the first line heads the columns, the first column names the lines. */
export function toPlainTable(cells: readonly (readonly string[])[]): string {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) => toLine(line, widths));
  const [heading = '', ...body] = lines;
  return [heading, '─'.repeat(heading.length), ...body].join('\n');
}

function toCells({ platform, name, bare, times }: Row, rows: readonly Row[]): string[] {
  const floor = rows.find((row) => row.platform === platform && row.bare);
  const median = quantile(times, 0.5);
  const ratio = bare || !floor ? '' : `${(median / quantile(floor.times, 0.5)).toFixed(1)}×`;
  return [`${platform}  ${name}`, median.toFixed(2), quantile(times, 0.95).toFixed(2), ratio];
}

function toLine(cells: readonly string[], widths: readonly number[]): string {
  const aligned = cells.map((cell, column) => align(cell, column, widths[column] ?? 0));
  return aligned.join('   ').trimEnd();
}

function align(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

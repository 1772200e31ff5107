/** A Markdown table whose columns stand below each other, so that it can be read as text too. */
export interface Column<Row> {
  readonly head: string;
  /** Text stands to the left, numbers to the right. Default 'right'. */
  readonly align?: 'left' | 'right';
  cell(row: Row): string;
}

export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = columns.map(({ head, cell }) => [head, ...rows.map(cell)]);
  const widths = cells.map((column) => Math.max(3, ...column.map((text) => text.length)));
  const line = (place: number) =>
    columns.map(({ align }, i) =>
      align === 'left' ? cells[i][place].padEnd(widths[i]) : cells[i][place].padStart(widths[i]),
    );
  const rule = columns.map(({ align }, i) =>
    align === 'left' ? '-'.repeat(widths[i]) : `${'-'.repeat(widths[i] - 1)}:`,
  );
  const lines = [line(0), rule, ...rows.map((_, place) => line(place + 1))];
  return lines.map((parts) => `| ${parts.join(' | ')} |`).join('\n');
}

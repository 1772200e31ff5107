/** Summaries that show the rows of nested models below them. */
import type { SummaryRow } from './summary-table.js';

/**
 * The rows without the models that are followed by their own rows: the first of these reads what the model reads, and who
 * reads the model reads the last of them.
 */
export function unfolded(rows: readonly SummaryRow[]): readonly SummaryRow[] {
  const insteadOf = new Map<string, readonly string[]>();
  const kept: SummaryRow[] = [];
  let entering: readonly string[] | null | undefined;
  const resolve = (name: string): readonly string[] => {
    const names = insteadOf.get(name);
    return names && !names.includes(name) ? names.flatMap(resolve) : [name];
  };
  rows.forEach((row, index) => {
    const sources = row.sources && row.sources.flatMap(resolve);
    const inner = rows.slice(index + 1).findIndex(({ indent }) => indent <= row.indent);
    const end = inner < 0 ? rows.length : index + 1 + inner;
    if (end > index + 1) {
      insteadOf.set(row.name, [rows[end - 1].name]);
      entering = sources?.length ? sources : entering;
    } else if (row.indent > 0 && row.type.startsWith('InputLay')) {
      if (entering) insteadOf.set(row.name, entering);
    } else {
      kept.push({ ...row, sources: sources?.length || !entering ? sources : entering });
      entering = undefined;
    }
  });
  return kept;
}

/** Reads numbers back from the page: what a person sees in the tables, the formula, the counters and the matrix. */
import { expect } from 'vitest';

/** A printed number; throws for what is none. */
export function printed(text: string): number {
  const match = /^−?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?(e−?\d+)?$/.exec(text.trim());
  if (!match) throw new Error(`“${text}” is no printed number`);
  return Number(text.trim().replaceAll('−', '-').replaceAll(',', ''));
}

/** Whole numbers must be printed as they are, others to three digits. */
export function expectPrinted(text: string, value: number, where: string): void {
  const shown = printed(text);
  if (Number.isInteger(value)) expect(shown, where).toBe(value + 0);
  else
    expect(Math.abs(shown - value), `${where}: ${text} for ${value}`).toBeLessThan(
      0.0051 * Math.max(1, Math.abs(value)),
    );
}

/** A cell that has no number yet is empty. */
export function expectCell(text: string, value: number | null, where: string): void {
  if (value === null) expect(text, where).toBe('');
  else expectPrinted(text, value, where);
}

const texts = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((each) => each.textContent.replace(/\s+/g, ' ').trim());

/** Cells inside a tensor's tables: 'channel,row,column', from 0, to what is printed there ('' where nothing is). */
export function tableOf(grid: HTMLElement, tensor: 'input' | 'output'): Map<string, string> {
  const section = grid.shadowRoot!.querySelector(`section[data-tensor="${tensor}"]`)!;
  section.querySelector<HTMLElement>('button.more:not([hidden])[aria-expanded="false"]')?.click();
  const cells = new Map<string, string>();
  for (const panel of section.querySelectorAll('.panel')) {
    const channel = Number(/^Channel (\d+)/.exec(panel.querySelector('.caption')!.textContent)![1]) - 1;
    const columns = texts(panel, 'thead th');
    for (const row of panel.querySelectorAll('tbody tr')) {
      const label = row.querySelector('th')!.textContent;
      if (label === '') continue;
      row.querySelectorAll('td').forEach((cell, i) => {
        if (columns[i] === '') return;
        cells.set([channel, Number(label) - 1, Number(columns[i]) - 1].join(), cell.textContent.trim());
      });
    }
  }
  return cells;
}

/** The lines of the formula that are shown, the rule left out. */
export function formulaLines(formula: HTMLElement): string[] {
  return [
    ...formula.shadowRoot!.querySelectorAll('.numbers .line[aria-label], .results .line[aria-label]'),
  ].map((line) => line.getAttribute('aria-label')!);
}

/** What names the numbers of the formula, e.g. 'Channel 2'. */
export function formulaLabel(formula: HTMLElement): string {
  return texts(formula.shadowRoot!, '.numbers .label')[0];
}

/** '3·(−1)' or '3' worked out; null for anything but whole numbers with · and brackets. */
function product(text: string): number | null {
  const factors = text.split('·').map((each) => each.trim().replace(/^\((.*)\)$/, '$1'));
  return factors.every((each) => /^−?\d+$/.test(each))
    ? factors.map(printed).reduce((all, each) => all * each, 1)
    : null;
}

/** Checks by hand what a line claims, as far as it is of whole numbers; true where there was something to check. */
export function expectAddsUp(line: string): boolean {
  const claim = /^(?:.*\] = )?([^=≈\]]+) = (−?\d+)$/.exec(line);
  if (!claim) return false;
  const terms = claim[1].split(' + ').filter((term) => term !== '·');
  const values = terms.map(product);
  if (values.includes(null)) return false;
  expect(values.reduce<number>((sum, each) => sum + each!, 0) + 0, line).toBe(printed(claim[2]));
  return true;
}

export interface DisplayedCounter {
  readonly value: string;
  readonly terms: readonly string[];
}

export function counterOf(counts: HTMLElement, key: string): DisplayedCounter {
  const counter = counts.shadowRoot!.querySelector(`[data-counter="${key}"]`)!;
  return { value: texts(counter, '.value')[0], terms: texts(counter, '.terms') };
}

/** The matrix's table of the line in focus. */
export interface DisplayedLine {
  readonly axis: 'row' | 'column';
  /** From 0. */
  readonly index: number;
  readonly places: readonly number[];
  readonly weights: readonly number[];
  readonly values: readonly string[];
  readonly products: readonly string[];
  readonly bias: string | null;
  readonly result: string | null;
}

export function matrixLine(matrix: HTMLElement): DisplayedLine {
  const root = matrix.shadowRoot!;
  const [caption] = texts(root, 'table caption');
  const [, axis, index] = /^(Row|Column) ([\d,]+) of/.exec(caption)!;
  const row = (kind: string): string[] => texts(root, `tr.${kind} td:not(.end)`);
  const ends = texts(root, 'tr.products td.end');
  const end = (pattern: RegExp): string | null =>
    ends.map((text) => pattern.exec(text)?.[1]).find((text) => text !== undefined) ?? null;
  return {
    axis: axis === 'Row' ? 'row' : 'column',
    index: printed(index) - 1,
    places: row('places').map((text) => printed(text) - 1),
    weights: row('weights').map(printed),
    values: row('values'),
    products: row('products'),
    bias: end(/^bias (.*)$/),
    result: end(/^(?:sum|output)(?: so far)? (.*)$/),
  };
}

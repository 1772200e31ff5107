import { html, type TemplateResult } from 'lit';
import type { Tensor } from '../../src/math/types.js';
import { shortest } from '../../src/media/csv.js';
import { weightSum } from '../../src/views/filter/pixels.js';
import type { Say } from '../../src/views/say.js';
import { formatNumber } from '../../src/words/numbers.js';

interface KernelGrid {
  readonly say: Say;
  /** Gets rows on lines, as the attribute `values` has them; called with every key that leaves a number. */
  readonly edit: (values: string) => void;
}

/** A field for each weight; {@link fillFields} gives it its number. */
export function renderKernelGrid({ shape, data }: Tensor, { say, edit }: KernelGrid): TemplateResult {
  const [rows, columns] = shape;
  const type = (place: number, value: number): void => {
    const numbers = Array.from(data, (weight, i) => shortest(i === place ? value : weight));
    const lines = Array.from({ length: rows }, (_, row) =>
      numbers.slice(row * columns, (row + 1) * columns).join(' '),
    );
    edit(lines.join('\n'));
  };
  return html`<div
      class=${columns > 3 ? 'weights dense' : 'weights'}
      role="group"
      aria-label=${say('edit.weights')}
      .style=${`grid-template-columns: repeat(${columns}, minmax(0, 1fr))`}
    >
      ${Array.from(data, (weight, place) => {
        const facts = { row: Math.floor(place / columns) + 1, column: (place % columns) + 1 };
        return renderNumberField(weight, say('filter.weight', facts), (value) => type(place, value));
      })}
    </div>
    <p class="small">${say('filter.sum', { sum: formatNumber(weightSum({ shape, data })) })}</p>`;
}

/** The middle of a kernel, with zeros around it where it becomes larger. Rows on lines. */
export function resized({ shape: [rows, columns], data }: Tensor, side: number): string {
  const from = (size: number, place: number): number => place + Math.floor((size - side) / 2);
  const weight = (row: number, column: number): number =>
    row < 0 || column < 0 || row >= rows || column >= columns ? 0 : data[row * columns + column];
  const lines = Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_each, column) => shortest(weight(from(rows, row), from(columns, column)))),
  );
  return lines.map((line) => line.join(' ')).join('\n');
}

/** A number that counts while it is typed. A field that holds none, as after a lone minus, changes nothing. */
export function renderNumberField(
  value: number,
  label: string,
  set: (value: number) => void,
): TemplateResult {
  return html`<input
    type="number"
    step="any"
    aria-label=${label}
    data-value=${shortest(value)}
    @input=${(event: Event) => {
      const typed = Math.fround((event.target as HTMLInputElement).valueAsNumber);
      if (Number.isFinite(typed)) set(typed);
    }}
    @blur=${(event: Event) => fill(event.target as HTMLInputElement)}
  />`;
}

/** Shows every field its number, but leaves alone what a person is typing: '1.' is not yet another way to write 1. */
export function fillFields(root: ParentNode, focused: Element | null): void {
  for (const field of root.querySelectorAll<HTMLInputElement>('input[data-value]')) {
    if (field !== focused) fill(field);
  }
}

function fill(field: HTMLInputElement): void {
  const { value = '' } = field.dataset;
  if (field.value !== value) field.value = value;
}

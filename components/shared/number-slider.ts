import { css, html, type TemplateResult } from 'lit';

export const numberSliderStyles = css`
  .number-slider {
    display: grid;
    grid-template-columns: minmax(3rem, 1fr) 3.75rem;
    gap: 0.1rem 0.6rem;
    align-items: center;
  }
  .number-slider .name {
    grid-column: 1 / -1;
    font-size: 0.9375rem;
  }
  .number-slider input[type='number'] {
    padding-inline: 0.4rem;
    inline-size: 100%;
    font-variant-numeric: tabular-nums;
  }
`;

export interface NumberSlider {
  readonly label: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Gets whole numbers of the range only. */
  readonly set: (value: number) => void;
}

/** A range and a number box of the same whole number. What is typed beyond the range goes to its end. */
export function renderNumberSlider({ label, value, minimum, maximum, set }: NumberSlider): TemplateResult {
  const take = (event: Event): void => {
    const control = event.target as HTMLInputElement;
    const wanted = Math.round(control.valueAsNumber);
    const next = Number.isFinite(wanted) ? wholeWithin(wanted, minimum, maximum) : value;
    control.value = String(next);
    if (next !== value) set(next);
  };
  return html`<div class="number-slider">
    <span class="name" aria-hidden="true">${label}</span>
    <input
      type="range"
      aria-label=${label}
      min=${minimum}
      max=${maximum}
      .value=${String(value)}
      @input=${take}
    />
    <input
      type="number"
      aria-label=${label}
      min=${minimum}
      max=${maximum}
      .value=${String(value)}
      @change=${take}
    />
  </div>`;
}

/** The whole number of a range that is nearest; the least of the range for what is no number. */
export function wholeWithin(value: number, minimum: number, maximum: number): number {
  if (!Number.isFinite(value)) return minimum;
  return Math.min(Math.max(Math.round(value), minimum), maximum);
}

/** '3' or '3x5' as rows and columns; null for what is neither. */
export function pairIn(text: string | null): readonly [number, number] | null {
  const parts = (text ?? '').trim().split(/\s*[x×,]\s*/i);
  const [rows, columns = rows] = parts.map((part) => (part === '' ? Number.NaN : Number(part)));
  return parts.length <= 2 && Number.isInteger(rows) && Number.isInteger(columns) ? [rows, columns] : null;
}

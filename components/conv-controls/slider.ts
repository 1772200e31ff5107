import { html, nothing, type TemplateResult } from 'lit';
import type { Setting } from './setting.js';
import { numberIn } from './values.js';

interface Slider {
  readonly value: number;
  /** All stops of the range; without them every whole number of the field's range is one. */
  readonly stops?: readonly number[];
  readonly set: (value: number) => void;
}

/** A range and a number of the same value. A value that is no stop stands at the stop below it. */
export function renderSlider(
  { session, field: { minimum, maximum }, label, name, help, describedBy }: Setting,
  { value, stops, set }: Slider,
): TemplateResult {
  const place = stops ? Math.max(stops.filter((stop) => stop <= value).length - 1, 0) : value;
  return html`<div class="slider" title=${help}>
    <span class="name" aria-hidden="true">${name}</span>
    <input
      type="range"
      aria-label=${label}
      aria-valuetext=${stops ? String(stops[place] ?? value) : nothing}
      min=${stops ? 0 : minimum}
      max=${stops ? Math.max(stops.length - 1, 0) : Math.max(maximum, value)}
      .value=${String(place)}
      @input=${(event: Event) => {
        const wanted = numberIn(event, place);
        set(stops ? (stops[wanted] ?? value) : wanted);
      }}
      @change=${() => session.settle()}
    />
    <input
      type="number"
      aria-label=${label}
      aria-invalid=${describedBy !== undefined}
      aria-describedby=${describedBy ?? nothing}
      min=${minimum}
      .value=${String(value)}
      @change=${(event: Event) => {
        set(numberIn(event, value));
        session.settle();
      }}
    />
  </div>`;
}

import { html, svg, type TemplateResult } from 'lit';
import type { Pad } from './choices.js';

/** A field for a number, or for several. */
export function renderTyped({ chosen, answered, say, choose }: Pad, check: () => void): TemplateResult {
  return html`<label class="typed">
    ${say('quiz.number')}
    <input
      type="text"
      inputmode="text"
      autocomplete="off"
      spellcheck="false"
      .value=${chosen}
      ?readonly=${answered}
      @input=${(event: Event) => choose((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' && !answered) check();
      }}
    />
  </label>`;
}

/** Where the steppers begin, and how far they go. */
const [least, most] = [1, 64];

function sidesOf(size: string): [rows: number, columns: number] {
  const [rows, columns] = size.split('×').map(Number);
  return rows > 0 && columns > 0 ? [rows, columns] : [least, least];
}

/** Rows and columns, each with a number box and two buttons, and the table that they make. */
export function renderSize(pad: Pad): TemplateResult {
  const { chosen, answered, say, choose } = pad;
  const sides = sidesOf(chosen);
  const set = (place: 0 | 1, value: number): void => {
    const wanted = Math.min(Math.max(Math.round(value) || least, least), most);
    choose(sides.with(place, wanted).join('×'));
  };
  const stepper = (place: 0 | 1, key: 'quiz.rows' | 'quiz.columns'): TemplateResult => {
    const name = say(key);
    const value = sides[place];
    return html`<div class="stepper">
      <label for=${key}>${name}</label>
      <button
        aria-label=${say('quiz.fewer', { name })}
        ?disabled=${answered || value <= least}
        @click=${() => set(place, value - 1)}
      >
        −
      </button>
      <input
        id=${key}
        type="number"
        min=${least}
        max=${most}
        .value=${String(value)}
        ?readonly=${answered}
        @change=${(event: Event) => set(place, (event.target as HTMLInputElement).valueAsNumber)}
      />
      <button
        aria-label=${say('quiz.more', { name })}
        ?disabled=${answered || value >= most}
        @click=${() => set(place, value + 1)}
      >
        +
      </button>
    </div>`;
  };
  return html`<div class="size">
    <div>${stepper(0, 'quiz.rows')}${stepper(1, 'quiz.columns')}</div>
    ${sizePicture(sides)}
  </div>`;
}

/** Cells of the picture along a side, at most. */
const mostDrawn = 14;

function sizePicture([rows, columns]: readonly [number, number]): TemplateResult {
  const side = 96 / Math.min(Math.max(rows, columns, 6), mostDrawn);
  const drawn = (count: number): number[] =>
    Array.from({ length: Math.min(count, mostDrawn) }, (_, each) => each);
  return html`<svg class="extent" aria-hidden="true" viewBox="-1 -1 98 98" width="98" height="98">
    ${drawn(rows).map((y) =>
      drawn(columns).map((x) => svg`<rect x=${x * side} y=${y * side} width=${side} height=${side}></rect>`),
    )}
  </svg>`;
}

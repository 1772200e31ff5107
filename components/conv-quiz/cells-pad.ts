import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { offsetOf } from '../../src/math/tensor.js';
import { cellsAsked, textOfPlaces, type Place } from '../../src/quiz/cells.js';
import type { Moment } from '../../src/timeline/types.js';
import { formatNumber } from '../../src/words/numbers.js';
import type { Pad } from './choices.js';

const placesIn = (text: string): Place[] =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => part.split(',').map(Number) as unknown as Place);

const arrows: Readonly<Record<string, Place>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A table whose cells are chosen one by one. One of them takes the focus; arrow keys move it. */
export class CellsPad {
  private readonly host: LitElement;
  private active: Place = [0, 0];

  constructor(host: LitElement) {
    this.host = host;
  }

  /** How an answer differs from the right one. */
  difference(answer: string, right: string, say: Pad['say']): string {
    const [chosen, wanted] = [answer.split(' '), right.split(' ')];
    const hits = chosen.filter((cell) => wanted.includes(cell)).length;
    return say('quiz.cells.wrong', {
      right: hits,
      extra: chosen.length - hits,
      missing: wanted.length - hits,
    });
  }

  render(pad: Pad, of: string, { plan, stages }: Moment): TemplateResult | typeof nothing {
    const asked = cellsAsked(of, plan);
    if (!asked) return nothing;
    const { on, rows, columns } = asked;
    const { shape, data } = on === 'input' ? stages[0].input : stages[stages.length - 1].output;
    // What an output cell holds is not asked, and would distract.
    const valueAt = (row: number, column: number): string =>
      on === 'input' ? formatNumber(data[offsetOf(shape, [0, row, column, 0])]) : '';
    const range = (count: number): number[] => Array.from({ length: count }, (_, place) => place);
    const count = pad.chosen === '' ? 0 : pad.chosen.split(' ').length;
    this.active = [Math.min(this.active[0], rows - 1), Math.min(this.active[1], columns - 1)];
    return html`<p class="help" id="cells-help">${pad.say(`quiz.cells.${on}`)}</p>
      <div class="scroll">
        <table
          role="grid"
          aria-multiselectable="true"
          aria-labelledby="cells-help"
          @keydown=${(event: KeyboardEvent) => this.onKey(event, pad, rows, columns)}
        >
          <tbody>
            ${range(rows).map(
              (row) =>
                html`<tr>
                  ${range(columns).map((column) => this.renderCell(pad, [row, column], valueAt(row, column)))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="help">
        ${pad.say('quiz.chosen', { count })}
        ${
          pad.answered || count === 0
            ? nothing
            : html`<button @click=${() => pad.choose('')}>${pad.say('quiz.clear')}</button>`
        }
      </p>`;
  }

  private renderCell(pad: Pad, [row, column]: Place, value: string): TemplateResult {
    const key = `${row},${column}`;
    const isChosen = pad.chosen.split(' ').includes(key);
    const isActive = this.active[0] === row && this.active[1] === column;
    const place = { row: row + 1, column: column + 1 };
    const name = value === '' ? pad.say('quiz.place', place) : pad.say('quiz.cell', { ...place, value });
    return html`<td
      role="gridcell"
      data-key=${key}
      tabindex=${isActive ? 0 : -1}
      aria-label=${name}
      aria-selected=${isChosen}
      @click=${() => {
        this.active = [row, column];
        this.toggle(pad, key);
      }}
    >
      ${value}
    </td>`;
  }

  private toggle({ chosen, answered, choose }: Pad, key: string): void {
    if (answered) return;
    const keys = chosen.split(' ').filter((each) => each !== '');
    const others = keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
    choose(textOfPlaces(placesIn(others.join(' '))));
  }

  private onKey(event: KeyboardEvent, pad: Pad, rows: number, columns: number): void {
    const [row, column] = this.active;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      this.toggle(pad, `${row},${column}`);
      return;
    }
    const goal = goalOf(event.key, this.active, columns);
    if (!goal) return;
    event.preventDefault();
    this.active = [Math.min(Math.max(goal[0], 0), rows - 1), Math.min(Math.max(goal[1], 0), columns - 1)];
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>('td[tabindex="0"]')?.focus(),
    );
  }
}

function goalOf(key: string, [row, column]: Place, columns: number): Place | null {
  const step = arrows[key];
  if (step) return [row + step[0], column + step[1]];
  if (key === 'Home') return [row, 0];
  return key === 'End' ? [row, columns - 1] : null;
}

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { StageView } from '../../src/timeline/types.js';
import { rangeOfSquare, type Square } from '../../src/views/channels/slices.js';
import type { ChannelSquare, ChannelTable } from '../../src/views/channels/table.js';
import type { Say } from '../../src/views/say.js';
import type { ViewTheme } from '../../src/views/theme.js';
import { renderSlice, smallestText } from '../shared/slice.js';

/** What a person does to a table. */
export interface TableEvents {
  point(
    kind: 'hover' | 'pin',
    stage: number,
    square: Square,
    tap: readonly [row: number, column: number],
  ): void;
  leave(stage: number): void;
  /** The keyboard stands on a square. */
  visit(stage: number, square: Square): void;
  press(event: KeyboardEvent, table: ChannelTable, square: Square): void;
}

export interface TableLook {
  readonly say: Say;
  readonly theme: ViewTheme;
  readonly view: StageView;
  /** Pixels that there are across. */
  readonly room: number;
  /** Pixels that there are from top to bottom, the heads included; null: as many as it takes. */
  readonly height: number | null;
  /** Pixels of the page's type. */
  readonly rem: number;
  readonly tabStop: Square;
  readonly events: TableEvents;
}

/** Of a weight's square: at most, in rem, and at least, in pixels; what the frame of a slice adds to it, in pixels. */
const largestTap = 1.25;
const smallestTap = 3;
const frame = 10;
/** Of the columns and rows of heads, and of a table at its widest, in rem. */
const headWidth = 3.5;
const headHeight = 1.9;
const widest = 35;

/** The table of one stage, a square a slice. */
export function renderTable(table: ChannelTable, look: TableLook): TemplateResult {
  const { say } = look;
  const tap = tapOf(table, look);
  return html`<div class="scroll">
    <table
      part="table"
      role="grid"
      aria-label=${say('channels.label')}
      @pointerleave=${() => look.events.leave(table.stage)}
    >
      <thead>
        <tr>
          <td class="corner">${say('channels.corner')}</td>
          ${table.columns.map(
            ({ input, lit }) =>
              html`<th
                scope="col"
                class=${lit ? 'lit' : ''}
                aria-label=${say('channels.channel', { channel: input + 1 })}
              >
                ${input + 1}
              </th>`,
          )}
          ${table.hidden > 0 ? html`<td class="more">${say('channels.more', { count: table.hidden })}</td>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map(
          ({ output, current, squares }) =>
            html`<tr class=${current ? 'current' : ''}>
              <th scope="row" aria-label=${say('channels.filter', { filter: output + 1 })}>${output + 1}</th>
              ${squares.map((square) => renderSquare(square, table, look, tap))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Pixels of a weight: as large as there is room across, and from top to bottom as long as numbers can be read. */
function tapOf({ columns, rows, kernel }: ChannelTable, { room, height, rem }: TableLook): number {
  const across = (Math.min(room, widest * rem) - headWidth * rem) / Math.max(columns.length, 1) - frame;
  const wide = Math.floor(across / kernel[1]);
  const down = ((height ?? Infinity) - headHeight * rem) / Math.max(rows.length, 1) - frame;
  const high = Math.max(Math.floor(down / kernel[0]), smallestText);
  return Math.min(Math.max(Math.min(wide, high), smallestTap), Math.round(largestTap * rem));
}

function renderSquare(
  square: ChannelSquare,
  table: ChannelTable,
  { theme, view, tabStop, events }: TableLook,
  tap: number,
): TemplateResult {
  const { values, present, lit, dim, current, wallAbove, wallBefore } = square;
  const classes = { absent: !present, lit, dim, current, above: wallAbove, before: wallBefore };
  const isStop = tabStop.output === square.output && tabStop.input === square.input;
  const middle = [table.kernel[0] >> 1, table.kernel[1] >> 1] as const;
  const { stage } = table;
  const range = rangeOfSquare(view, square);
  const { decimals } = view;
  return html`<td
    class=${Object.entries(classes)
      .filter(([, is]) => is)
      .map(([name]) => name)
      .join(' ')}
    data-key=${square.key}
    tabindex=${isStop ? 0 : -1}
    aria-label=${square.name}
    aria-selected=${lit}
    @pointermove=${(event: PointerEvent) => events.point('hover', stage, square, tapAt(event, table, tap) ?? middle)}
    @click=${(event: MouseEvent) => events.point('pin', stage, square, tapAt(event, table, tap) ?? middle)}
    @focus=${() => {
      events.visit(stage, square);
      events.point('hover', stage, square, middle);
    }}
    @blur=${() => events.leave(stage)}
    @keydown=${(event: KeyboardEvent) => events.press(event, table, square)}
  >
    <div class="face">
      ${guard([values, theme, range, decimals, tap, ...table.kernel], () =>
        values ? renderSlice(values, { size: table.kernel, range, decimals, theme, tap }) : blank(table, tap),
      )}
    </div>
  </td>`;
}

function blank({ kernel }: ChannelTable, tap: number): TemplateResult {
  return html`<svg
    class="slice"
    width=${kernel[1] * tap}
    height=${kernel[0] * tap}
    aria-hidden="true"
  ></svg>`;
}

/** The weight under the pointer; null beside the slice. */
function tapAt(event: MouseEvent, { kernel }: ChannelTable, tap: number): readonly [number, number] | null {
  const slice = (event.currentTarget as Element).querySelector('svg');
  if (!slice) return null;
  const box = slice.getBoundingClientRect();
  const row = Math.floor((event.clientY - box.top) / tap);
  const column = Math.floor((event.clientX - box.left) / tap);
  const isInside = row >= 0 && column >= 0 && row < kernel[0] && column < kernel[1];
  return isInside ? [row, column] : null;
}

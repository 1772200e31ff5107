/** The picture and its result, over each other with a wipe or side by side, and the pixel that is pointed at. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Pair, Stage } from '../../src/math/types.js';
import { cellAt, cellBeside, placeOfResult, windowOf, type Region } from '../../src/views/filter/place.js';
import type { Say } from '../../src/views/say.js';

export interface StageLook {
  readonly say: Say;
  /** [height, width] of the picture. */
  readonly size: Pair;
  /** Of what is shown; null before the first result. */
  readonly stage: Stage | null;
  readonly cell: Pair | null;
  readonly pinned: boolean;
  /** Percent of the width at which the result begins. */
  readonly wipe: number;
  readonly layout: 'wipe' | 'beside';
  readonly busy: boolean;
  /** While a pixel is held, pointing changes nothing. */
  readonly point: (cell: Pair | null) => void;
  readonly pin: (cell: Pair | null) => void;
  readonly setWipe: (percent: number) => void;
}

const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;

export function renderStage(look: StageLook): TemplateResult {
  const { say, size, stage, layout, busy, wipe } = look;
  const [height, width] = size;
  const shape = `aspect-ratio: ${width} / ${height}; --ratio: ${width / height}`;
  const region = stage ? placeOfResult(stage) : null;
  return html`<div
    class="stage ${layout}"
    part="stage"
    .style=${`--wipe: ${wipe}%; --ratio: ${width / height}`}
  >
    <div
      class="frame"
      tabindex="0"
      role="application"
      aria-label=${say('filter.picture', { rows: height, columns: width })}
      aria-describedby="keys"
      aria-busy=${busy}
      @keydown=${(event: KeyboardEvent) => onKey(event, look)}
      @blur=${() => look.point(null)}
    >
      <div
        class="pane original"
        .style=${shape}
        @pointermove=${onPoint(look)}
        @pointerleave=${() => look.point(null)}
        @click=${onPin(look)}
      >
        <canvas class=${width < 400 ? 'pixelated' : ''}></canvas>
        ${renderMarker(look, 'window')}
      </div>
      <div
        class=${region ? 'pane result' : 'pane result none'}
        .style=${shape}
        @pointermove=${onPoint(look)}
        @pointerleave=${() => look.point(null)}
        @click=${onPin(look)}
      >
        <canvas class=${width < 400 ? 'pixelated' : ''} .style=${region ? placed(region, size) : ''}></canvas>
        ${renderMarker(look, 'cell')}
      </div>
    </div>
    ${layout === 'wipe' ? renderHandle(look) : nothing}
    <span class="tag left" aria-hidden="true">${say('filter.original')}</span>
    <span class="tag right" aria-hidden="true">${say('filter.result')}</span>
  </div>`;
}

function placed({ row, column, rows, columns }: Region, [height, width]: Pair): string {
  return [
    `left: ${percent(column, width)}`,
    `top: ${percent(row, height)}`,
    `width: ${percent(columns, width)}`,
    `height: ${percent(rows, height)}`,
  ].join(';');
}

/** A ring round the window in the picture, or round the cell in the result; never too small to be seen. */
function renderMarker(
  { stage, cell, size, pinned }: StageLook,
  kind: 'window' | 'cell',
): TemplateResult | typeof nothing {
  if (!stage || !cell) return nothing;
  const [height, width] = size;
  const { row, column, rows, columns } = windowOf(stage, cell);
  const [tall, wide] = kind === 'window' ? [rows, columns] : stage.stride;
  const style = [
    `left: ${percent(column + columns / 2, width)}`,
    `top: ${percent(row + rows / 2, height)}`,
    `width: ${percent(wide, width)}`,
    `height: ${percent(tall, height)}`,
  ].join(';');
  return html`<i class="marker ${kind} ${pinned ? 'pinned' : ''}" .style=${style}></i>`;
}

/** The line between picture and result. */
function renderHandle({ say, wipe, setWipe }: StageLook): TemplateResult {
  const drag = (event: PointerEvent): void => {
    const handle = event.currentTarget as HTMLElement;
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const { left, width } = handle.parentElement!.getBoundingClientRect();
    setWipe(((event.clientX - left) / width) * 100);
  };
  return html`<div
    class="handle"
    tabindex="0"
    role="slider"
    aria-label=${say('filter.wipe')}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${Math.round(wipe)}
    aria-valuetext=${say('filter.wipe.value', { percent: Math.round(wipe) })}
    @pointerdown=${(event: PointerEvent) => {
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      drag(event);
    }}
    @pointermove=${drag}
    @keydown=${(event: KeyboardEvent) => {
      const next = wipeAfter(event, wipe);
      if (next === null) return;
      event.preventDefault();
      event.stopPropagation();
      setWipe(next);
    }}
  >
    <svg class="grip" viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
      <path d="M-3-3.5-6.5 0-3 3.5M3-3.5 6.5 0 3 3.5"></path>
    </svg>
  </div>`;
}

/** Percent after a key of a slider; null for any other key. */
export function wipeAfter(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  wipe: number,
): number | null {
  const step = shiftKey ? 10 : 1;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return wipe - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return wipe + step;
    case 'PageDown':
      return wipe - 10;
    case 'PageUp':
      return wipe + 10;
    case 'Home':
      return 0;
    case 'End':
      return 100;
    default:
      return null;
  }
}

function cellOf(event: MouseEvent, { stage, size: [height, width] }: StageLook): Pair | null {
  if (!stage) return null;
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  const row = ((event.clientY - box.top) / box.height) * height;
  const column = ((event.clientX - box.left) / box.width) * width;
  return cellAt(stage, row, column);
}

function onPoint(look: StageLook) {
  return (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') look.point(cellOf(event, look));
  };
}

/** A click pins; on the pinned pixel it lets go. */
function onPin(look: StageLook) {
  return (event: MouseEvent): void => {
    const cell = cellOf(event, look);
    const isSame = look.pinned && String(cell) === String(look.cell);
    look.pin(isSame ? null : cell);
  };
}

const moves: Readonly<Record<string, Pair>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function onKey(event: KeyboardEvent, look: StageLook): void {
  const { stage, cell, pinned } = look;
  if (!stage || event.altKey || event.ctrlKey || event.metaKey) return;
  const at = cell ?? [Math.floor(stage.output[1] / 2), Math.floor(stage.output[2] / 2)];
  const move = moves[event.key];
  if (move) {
    const reach = event.shiftKey ? 10 : 1;
    const next = cell ? cellBeside(stage, at, [move[0] * reach, move[1] * reach]) : at;
    if (pinned) look.pin(next);
    else look.point(next);
  } else if (event.key === 'Enter') look.pin(pinned ? null : at);
  else if (event.key === 'Escape' && cell) look.pin(null);
  else return;
  event.preventDefault();
  // The page's own keys would step the run.
  event.stopPropagation();
}

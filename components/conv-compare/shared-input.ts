import { html, svg, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Tensor } from '../../src/math/types.js';
import { rangeOf } from '../../src/timeline/colour-range.js';
import type { StageView } from '../../src/timeline/types.js';
import { placeAt, type Tick } from '../../src/views/compare/clock.js';
import { windowFrame, type WindowFrame } from '../../src/views/compare/frames.js';
import type { Say } from '../../src/views/say.js';
import { formatShape } from '../../src/views/shape.js';
import type { ViewTheme } from '../../src/views/theme.js';
import { renderSlice, type SliceLook } from '../shared/slice.js';
import type { Layer } from './layer.js';

/** Channels that are shown; of more the number. */
const mostChannels = 4;
/** Maps up to this side are drawn cell by cell. */
const longestDrawn = 12;

interface InputLook {
  /** A stage that reads it first. */
  readonly view: StageView;
  /** Image of the batch at the place in hand. */
  readonly image: number;
  /** Layers that read it, by their index, with the window of their first stage. */
  readonly readers: readonly { readonly index: number; readonly frame: WindowFrame | null }[];
  /** All layers read it. */
  readonly shared: boolean;
  readonly theme: ViewTheme;
  readonly say: Say;
}

/** The data that the layers read: one picture for all that read the same. */
export function renderInputs(
  layers: readonly Layer[],
  clock: Tick,
  theme: ViewTheme,
  say: Say,
): readonly TemplateResult[] {
  const readers = layers.map(({ stages: [view] }, index) => ({
    index,
    view,
    frame: windowFrame(view.stage, clock),
  }));
  const reads = (data: Float32Array) => readers.filter(({ view }) => isSameData(view.input.data, data));
  const firsts = readers.filter(({ index, view }) => reads(view.input.data)[0].index === index);
  return firsts.map(({ index, view }) => {
    const { stage, input } = view;
    const image = placeAt(stage, clock)?.[0] ?? 0;
    const own = { readers: reads(input.data), shared: firsts.length === 1 };
    return html`<div data-reader=${index}>${renderInput({ view, image, ...own, theme, say })}</div>`;
  });
}

function isSameData(one: Float32Array, other: Float32Array): boolean {
  return (
    one === other || (one.length === other.length && one.every((value, place) => value === other[place]))
  );
}

/** The data that all layers read, with a frame for each: they stand at the same place, and may reach further or less far. */
function renderInput({ view, image, readers, shared, theme, say }: InputLook): TemplateResult {
  const { input, decimals } = view;
  const rangeAt = (channel: number): number => rangeOf(view, 'input', channel);
  const [, height, width, channels] = input.shape;
  const room = channels === 1 ? 196 : 128;
  const tap = Math.min(Math.max(Math.floor(room / Math.max(height, width)), 1), channels === 1 ? 28 : 20);
  const shown = Array.from({ length: Math.min(channels, mostChannels) }, (_, channel) => channel);
  const size = formatShape(input.shape.slice(1));
  const reach = Math.max(0, ...readers.map(({ frame }) => outside(frame, height, width)));
  return html`<div class="input" part="input">
    <p class="caption">${say(shared ? 'compare.input' : 'compare.input.own', { size })}</p>
    <div class="sheets">
      ${shown.map(
        (channel) =>
          html`<div
            class="sheet"
            role="img"
            aria-label=${say('compare.window', { channel: channel + 1 })}
            .style=${`margin: ${Math.min(reach, 3) * tap}px; inline-size: ${width * tap}px; block-size: ${height * tap}px`}
          >
            ${guard([input.data, image, theme, rangeAt(channel), decimals, tap], () =>
              renderSheet(input, image, channel, { range: rangeAt(channel), decimals, theme, tap }),
            )}
            <svg class="frames" width=${width * tap} height=${height * tap} aria-hidden="true">
              ${readers.map(({ index, frame }) => (frame ? renderFrame(frame, index, tap) : nothing))}
            </svg>
          </div>`,
      )}
      ${channels > mostChannels ? html`<p class="caption">${say('compare.more', { count: channels - mostChannels })}</p>` : nothing}
    </div>
  </div>`;
}

function renderSheet(
  { shape, data }: Tensor,
  image: number,
  channel: number,
  look: Omit<SliceLook, 'size'>,
): TemplateResult {
  const [, height, width, channels] = shape;
  if (Math.max(height, width) > longestDrawn) {
    return html`<canvas class="sheet-map" data-channel=${channel} data-image=${image}></canvas>`;
  }
  const values = Array.from(
    { length: height * width },
    (_, cell) => data[(image * height * width + cell) * channels + channel],
  );
  return renderSlice(values, { size: [height, width], ...look });
}

/**
 * Frames of the same place lie inside each other, and the dots on the cells that a dilated kernel reads in different corners,
 * so that all of them are seen.
 */
function renderFrame(
  { row, column, height, width, cells }: WindowFrame,
  index: number,
  tap: number,
): SVGTemplateResult {
  const inset = index * 2.5;
  const holes = cells.length > 0 && cells.length < height * width;
  const edge = Math.max(tap / 6, 2);
  const [dotX, dotY] = [index === 1 ? tap - edge : edge, index === 2 ? tap - edge : edge];
  const box = {
    x: column * tap + inset,
    y: row * tap + inset,
    w: width * tap - 2 * inset,
    h: height * tap - 2 * inset,
  };
  return svg`<g class="frame" data-lab=${index}>
    ${(['casing', 'line'] as const).map(
      (name) =>
        svg`<rect class=${name} x=${box.x} y=${box.y} width=${Math.max(box.w, 2)} height=${Math.max(box.h, 2)} rx="2"></rect>`,
    )}
    ${
      holes
        ? cells.map(
            ([y, x]) =>
              svg`<circle class="dot" cx=${x * tap + dotX} cy=${y * tap + dotY} r=${Math.max(tap / 7, 1.5)}></circle>`,
          )
        : nothing
    }
  </g>`;
}

/** Cells by which a frame reaches beyond the map. */
function outside(frame: WindowFrame | null, height: number, width: number): number {
  if (!frame) return 0;
  const { row, column } = frame;
  return Math.max(-row, -column, row + frame.height - height, column + frame.width - width, 0);
}

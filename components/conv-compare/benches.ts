import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { BenchRow, StageBench } from '../../src/views/compare/bench.js';
import type { Say } from '../../src/views/say.js';
import { rangeOf } from '../../src/timeline/colour-range.js';
import { rangeOfSquare } from '../../src/views/channels/slices.js';
import type { ViewTheme } from '../../src/views/theme.js';
import { formatCount, formatNumber, type NumberFormat } from '../../src/words/numbers.js';
import { renderSlice, type SliceLook } from '../shared/slice.js';

/** Letters that stand for the layers on the shared input. */
export const letters = ['A', 'B', 'C'] as const;

/** A layer's bench before the canvases of its maps are painted. */
export interface BenchLook {
  readonly name: string;
  readonly index: number;
  readonly benches: readonly StageBench[];
  readonly theme: ViewTheme;
  readonly say: Say;
}

/** Pixels of one value: smaller for kernels that are larger than usual. */
function tapOf([rows, columns]: readonly [number, number]): number {
  const side = Math.max(rows, columns);
  return side === 1 ? 22 : side <= 3 ? 17 : Math.max(Math.floor(52 / side), 6);
}

/** Height of a row's map, for a slice of this height. */
function mapSide(slice: number): number {
  return Math.min(Math.max(slice * 0.8, 20), 44);
}

/** One layer at the place in hand: every product a square, stage after stage. */
export function renderBench({ name, index, benches, theme, say }: BenchLook): TemplateResult {
  return html`<section class="lab" part="bench" data-lab=${index}>
    <h3><span class="letter" data-lab=${index} aria-hidden="true">${letters[index]}</span> ${name}</h3>
    <div class="steps">${benches.map((bench) => renderStage(bench, benches.length, { theme, say }))}</div>
  </section>`;
}

interface Look {
  readonly theme: ViewTheme;
  readonly say: Say;
}

function renderStage(bench: StageBench, stages: number, look: Look): TemplateResult {
  const { say, theme } = look;
  const tap = tapOf(bench.kernel);
  const { view } = bench;
  const { decimals } = view;
  const title = [
    ...(stages > 1 ? [say('compare.stage', { stage: bench.stage + 1, stages })] : []),
    say('compare.products', { count: formatCount(bench.products) }),
  ].join(' · ');
  return html`<div class="step">
    <p class="caption">${title}</p>
    <div class="scroll">
      <table aria-label=${title}>
        <thead>
          <tr>
            <td></td>
            ${bench.windows.map(
              ({ channel, values }) =>
                html`<th
                  scope="col"
                  aria-label=${windowName(channel, bench.ready ? values : null, view, say)}
                >
                  <div class="face window">
                    ${guard(
                      [values.join(), bench.ready, theme, tap, rangeOf(view, 'input', channel), decimals],
                      () =>
                        renderSlice(bench.ready ? values : values.map(() => null), {
                          size: bench.kernel,
                          range: rangeOf(view, 'input', channel),
                          decimals,
                          theme,
                          tap,
                        }),
                    )}
                  </div>
                </th>`,
            )}
            ${bench.hiddenColumns > 0 ? html`<td class="more">${say('compare.more', { count: bench.hiddenColumns })}</td>` : nothing}
            <th scope="col" class="visually-hidden">${say('compare.result')}</th>
          </tr>
        </thead>
        <tbody>
          ${bench.rows.map((row) => renderRow(row, bench, tap, look))}
          ${
            bench.hiddenRows > 0
              ? html`<tr>
                  <td class="more" colspan=${bench.windows.length + 2}>
                    ${say('compare.more', { count: bench.hiddenRows })}
                  </td>
                </tr>`
              : nothing
          }
        </tbody>
      </table>
    </div>
  </div>`;
}

/** Before the stage that makes them is done, there are no values. */
function windowName(
  channel: number,
  values: readonly (number | null)[] | null,
  format: NumberFormat,
  say: Say,
): string {
  const numbers = (values ?? []).map((value) =>
    value === null ? say('compare.padding') : formatNumber(value, format),
  );
  return `${say('compare.window', { channel: channel + 1 })}: ${values ? numbers.join(say('compare.comma')) : say('grid.cell.pending')}`;
}

function renderRow(
  { filter, slices, result }: BenchRow,
  bench: StageBench,
  tap: number,
  { theme, say }: Look,
): TemplateResult {
  const { view } = bench;
  const lookOf = (input: number): SliceLook => {
    const range = rangeOfSquare(view, { output: filter, input });
    return { size: bench.kernel, range, decimals: view.decimals, theme, tap };
  };
  return html`<tr class=${result === null ? 'coming' : ''}>
    <th scope="row" aria-label=${say('compare.filter', { filter: filter + 1 })}>${filter + 1}</th>
    ${slices.map((slice, channel) =>
      slice
        ? html`<td
            aria-label=${slice.values.map((value) => formatNumber(value, view)).join(say('compare.comma'))}
          >
            <div class="face">
              ${guard([slice.values.join(), slice.landed, ...Object.values(lookOf(channel))], () =>
                renderSlice(slice.values, lookOf(channel), slice.landed),
              )}
            </div>
          </td>`
        : html`<td class="not-read"><span class="visually-hidden">${say('compare.not-read')}</span></td>`,
    )}
    ${bench.hiddenColumns > 0 ? html`<td class="more">⋯</td>` : nothing}
    <td class="result">
      <span class="value">${result === null ? nothing : formatNumber(result, view)}</span>
      <canvas
        class="map"
        .style=${`block-size: ${mapSide(bench.kernel[0] * tap)}px`}
        data-stage=${bench.stage}
        data-filter=${filter}
        aria-hidden="true"
      ></canvas>
    </td>
  </tr>`;
}

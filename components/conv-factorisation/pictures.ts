import { html, type TemplateResult } from 'lit';
import type { KernelRanks } from '../../src/math/kernel-rank.js';
import { errorText, matrixLabel, shareText } from '../../src/views/factorisation/model.js';
import { paletteRamp } from '../../src/views/palette.js';
import type { Say } from '../../src/views/say.js';
import type { ViewTheme } from '../../src/views/theme.js';
import { formatNumber } from '../../src/words/numbers.js';
import { renderRamp } from '../shared/ramp.js';
import { renderMatrix, type MatrixLook } from './matrix.js';

export interface PictureLook {
  readonly say: Say;
  readonly theme: ViewTheme;
  readonly decimals: number | undefined;
}

/** Pixels of a cell: a larger kernel has smaller ones. */
const sideOf = (columns: number): number => (columns <= 3 ? 44 : columns <= 5 ? 36 : 30);

/** The kernel, its pairs as multiplication tables, what the first of them add up to, and what they miss. */
export function renderPictures(
  ranks: KernelRanks,
  rank: number,
  { say, theme, decimals }: PictureLook,
): TemplateResult {
  const { values, shape, factors, steps } = ranks;
  const [, columns] = shape;
  const step = steps[rank - 1];
  const range = Math.max(...values.map(Math.abs));
  const look = (name: string, shown: readonly number[]): MatrixLook => ({
    columns,
    range,
    theme,
    label: matrixLabel(name, shown, columns, say),
    side: sideOf(columns),
    decimals,
  });
  const draw = (
    kind: string,
    [title, text]: readonly [string, string],
    shown: readonly number[],
  ): TemplateResult => renderPicture(kind, title, text, renderMatrix(shown, look(title, shown)));
  const nearestText = say(rank === 1 ? 'factor.nearest.text.one' : 'factor.nearest.text', { rank });
  const missed = { error: errorText(step.error, ranks.length), share: shareText(step.share) };
  return html`<div part="pictures" class="pictures">
    <div class="sum">
      ${draw('kernel', [say('factor.kernel'), ''], values)}
      <span class="operator" aria-hidden="true">=</span>
      ${draw('nearest', [say('factor.nearest', { rank }), nearestText], step.values)}
      <span class="operator" aria-hidden="true">+</span>
      ${draw('difference', [say('factor.difference'), say('factor.difference.text', missed)], step.difference)}
    </div>
    ${renderLegend(range, say, theme)}
    <div class="pairs">
      ${factors.slice(0, Math.max(ranks.rank, 1)).map((factor, index) => {
        const name = say('factor.pair', { pair: index + 1 });
        const size = say('factor.pair.size', { size: formatNumber(factor.size, { digits: 3 }) });
        const isUsed = index < rank;
        const text = isUsed ? size : `${size}; ${say('factor.pair.unused', { rank })}`;
        const label = [
          matrixLabel(say('factor.column'), factor.column, 1, say),
          matrixLabel(say('factor.row'), factor.row, columns, say),
          matrixLabel(name, factor.values, columns, say),
        ].join('. ');
        const picture = renderMatrix(factor.values, { ...look(name, factor.values), label }, factor);
        return renderPicture(isUsed ? 'pair' : 'pair unused', name, text, picture);
      })}
    </div>
  </div>`;
}

function renderPicture(kind: string, title: string, text: string, picture: TemplateResult): TemplateResult {
  return html`<figure class=${kind}>
    <figcaption>
      <h3>${title}</h3>
      <p class="small">${text}</p>
    </figcaption>
    ${picture}
  </figure>`;
}

function renderLegend(range: number, say: Say, theme: ViewTheme): TemplateResult {
  const [low, high] = [-range, range].map((value) => formatNumber(value, { digits: 3 }));
  const ramp = paletteRamp(theme, 13);
  return html`<p class="legend">
    <span class="visually-hidden">${say('factor.legend', { low, high })}</span>
    <span aria-hidden="true">${low}</span>
    ${renderRamp(ramp)}
    <span aria-hidden="true">${high}</span>
  </p>`;
}

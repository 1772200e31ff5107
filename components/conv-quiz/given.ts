import { css, html, nothing, type TemplateResult } from 'lit';
import { varies } from '../../src/quiz/practice.js';
import type { Moment, StageView } from '../../src/timeline/types.js';
import type { Parameters, WordKey } from '../../src/words/say.js';
import { quantityText } from '../conv-value/quantity.js';
import { renderNumbers } from './choices.js';

type Say = (key: WordKey, parameters?: Parameters) => string;

export const givenStyles = css`
  .given {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
    margin-block: 0.5em;
  }
  .given > div {
    display: grid;
    gap: 0.15em;
    align-content: start;
  }
`;

/** What a question of practice is about: the numbers of its layer, or what the layer is like. */
export function renderGiven(moment: Moment, of: string, say: Say): TemplateResult {
  if (varies(of) === 'sizes') {
    return html`<p class="help">
      ${say('quiz.layer')} ${moment.stages.map((view) => layerText(view, say)).join(' → ')}
    </p>`;
  }
  const text = (name: string, stage?: number): string => quantityText(name, moment, stage) ?? '';
  return html`<p class="help">${say('quiz.variant')}</p>
    <div class="given">
      ${renderSlices(say('quiz.input'), text('input'))}
      ${moment.stages.map(({ stage, bias }, index) => {
        const filters = Array.from({ length: stage.filters }, (_, filter) => filter);
        const name = (filter: number): string =>
          filters.length > 1
            ? `${say('quiz.weights')}, ${say('quiz.filter', { number: filter + 1 })}`
            : say('quiz.weights');
        return html`${filters.map((filter) => renderSlices(name(filter), weightsText(moment, index, filter)))}
        ${bias ? renderSlices(say('quiz.bias'), [...bias.data].join(' ')) : nothing}`;
      })}
    </div>`;
}

/** The slices of one filter, each row by row, as a quantity's text has them. */
function weightsText({ stages }: Moment, index: number, filter: number): string {
  const { weights, stage } = stages[index];
  const [height, width, big, small] = weights.shape;
  const isConv = stage.op === 'conv';
  const range = (count: number): number[] => Array.from({ length: count }, (_, place) => place);
  const at = (row: number, column: number, depth: number): string => {
    const [ofBig, ofSmall] = isConv ? [depth, filter] : [filter % big, depth];
    return String(weights.data[((row * width + column) * big + ofBig) * small + ofSmall]).replace('-', '−');
  };
  return range(isConv ? big : small)
    .map((depth) =>
      range(height)
        .map((row) =>
          range(width)
            .map((column) => at(row, column, depth))
            .join(' '),
        )
        .join(' / '),
    )
    .join(' | ');
}

function renderSlices(name: string, text: string): TemplateResult {
  return html`<div><span>${name}</span>${text.split(' | ').map((slice) => renderNumbers(slice))}</div>`;
}

function layerText({ stage }: StageView, say: Say): string {
  const size = (sides: readonly number[]): string => sides.join('×');
  const parts = [
    say('quiz.inputShape', { shape: size(stage.input.slice(1)) }),
    say('quiz.kernel', { size: size(stage.kernel) }),
    say('quiz.filters', { count: stage.filters }),
    ...(Math.max(...stage.stride) > 1 ? [say('quiz.stride', { size: size(stage.stride) })] : []),
  ];
  return parts.join(' · ');
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Pair, Tensor } from '../../src/math/types.js';
import { kernelIds } from '../../src/media/kernels.js';
import { parseNumbers } from '../../src/media/numbers.js';
import type { StageView } from '../../src/timeline/types.js';
import type { Say } from '../../src/views/say.js';
import { numbersSentence } from '../../src/words/media-sentence.js';
import { formatNumber } from '../../src/words/numbers.js';
import type { Language } from '../../src/words/say.js';
import { renderNumberSlider } from '../shared/number-slider.js';
import { seedIn } from '../shared/seed.js';
import { isKernel, largestSide, type KernelSource } from '../shared/kernel-source.js';

export interface Controls {
  readonly say: Say;
  readonly language: Language;
  readonly source: KernelSource;
  readonly sides: Pair;
  readonly seed: number;
  readonly layer: StageView | null;
  readonly channel: number;
  readonly filter: number;
  /** Why what was typed is no kernel; '' where it is one. */
  readonly refusal: string;
  readonly choose: (change: {
    preset?: KernelSource;
    size?: Pair;
    seed?: number;
    values?: string;
    channel?: number;
    filter?: number;
  }) => void;
  readonly refuse: (reason: string) => void;
}

export function renderControls(controls: Controls, kernel: Tensor): TemplateResult {
  const { say, source, layer, choose } = controls;
  const sources: readonly (readonly [KernelSource, string])[] = [
    ...(layer ? [['layer', say('factor.source.layer')] as const] : []),
    ...kernelIds.map((id) => [id, say(`kernel.${id}`)] as const),
    ['random', say('edit.kernel.random')],
    ...(source === 'own' ? [['own', say('edit.kernel.own')] as const] : []),
  ];
  return html`<div class="controls" part="controls">
    <label class="source"
      >${say('factor.source')}
      <select
        @change=${(event: Event) => choose({ preset: (event.target as HTMLSelectElement).value as KernelSource })}
      >
        ${sources.map(([id, name]) => html`<option value=${id} .selected=${id === source}>${name}</option>`)}
      </select></label
    >
    ${source === 'layer' && layer ? renderPlace(controls, layer) : nothing}
    ${source === 'layer' || source === 'own' ? nothing : renderSides(controls)}
    ${source === 'random' ? renderSeed(controls) : nothing} ${renderNumbers(controls, kernel)}
  </div>`;
}

function renderPlace({ say, channel, filter, choose }: Controls, { weights }: StageView): TemplateResult {
  const [, , channels, filters] = weights.shape;
  return html`${renderNumberSlider({
    label: say('factor.channel'),
    value: Math.min(channel, channels - 1) + 1,
    minimum: 1,
    maximum: channels,
    set: (value) => choose({ channel: value - 1 }),
  })}
  ${renderNumberSlider({
    label: say('factor.filter'),
    value: Math.min(filter, filters - 1) + 1,
    minimum: 1,
    maximum: filters,
    set: (value) => choose({ filter: value - 1 }),
  })}`;
}

function renderSides({ say, sides: [rows, columns], choose }: Controls): TemplateResult {
  const range = { minimum: 1, maximum: largestSide };
  return html`${renderNumberSlider({
    ...range,
    label: say('factor.rows'),
    value: rows,
    set: (value) => choose({ size: [value, columns] }),
  })}
  ${renderNumberSlider({
    ...range,
    label: say('factor.columns'),
    value: columns,
    set: (value) => choose({ size: [rows, value] }),
  })}`;
}

function renderSeed({ say, seed, choose }: Controls): TemplateResult {
  return html`<label class="seed"
    >${say('edit.seed')}
    <input
      type="number"
      min="0"
      .value=${String(seed)}
      @change=${(event: Event) => choose({ seed: seedIn(event, seed) })}
  /></label>`;
}

function renderNumbers({ say, language, refusal, choose, refuse }: Controls, kernel: Tensor): TemplateResult {
  const take = (event: Event): void => {
    const { value } = event.target as HTMLTextAreaElement;
    const typed = parseNumbers(value);
    if (!typed.ok) refuse(numbersSentence(language, typed.problem));
    else if (!isKernel(typed.tensor)) {
      const [rows, columns, channels] = typed.tensor.shape;
      refuse(say('factor.too-large', { rows, columns, channels }));
    } else choose({ preset: 'own', values: value });
  };
  return html`<label class="typed"
      >${say('factor.numbers')}
      <textarea
        spellcheck="false"
        aria-describedby="typed-help"
        aria-invalid=${refusal !== ''}
        rows=${Math.max(kernel.shape[0], 3)}
        .value=${printed(kernel)}
        @change=${take}
      ></textarea>
    </label>
    <p
      class=${refusal === '' ? 'small' : 'refusal'}
      id="typed-help"
      role=${refusal === '' ? nothing : 'alert'}
    >
      ${refusal === '' ? say('factor.numbers.help') : refusal}
    </p>`;
}

/** A kernel as text that can be edited and read again. */
function printed({ shape: [rows, columns], data }: Tensor): string {
  const cells = [...data].map((value) => formatNumber(value).replace('−', '-'));
  const width = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) =>
    cells
      .slice(row * columns, (row + 1) * columns)
      .map((cell) => cell.padStart(width))
      .join(' '),
  ).join('\n');
}

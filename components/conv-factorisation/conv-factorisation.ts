import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { kernelRanks, type KernelRanks } from '../../src/math/kernel-rank.js';
import type { Pair } from '../../src/math/types.js';
import type { StageView } from '../../src/timeline/types.js';
import { rankSentence } from '../../src/views/factorisation/model.js';
import { factorisationEn } from '../../src/words/parts/factorisation.js';
import { mediaEn } from '../../src/words/parts/media.js';
import { settingsEn } from '../../src/words/parts/settings.js';
import { teach } from '../../src/words/say.js';
import { pairOf, wordOf } from '../shared/converters.js';
import { Laboratory } from '../shared/laboratory.js';
import { numberSliderStyles, wholeWithin } from '../shared/number-slider.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { renderControls, type Controls } from './controls.js';
import { renderLayer } from './layer.js';
import { matrixStyles } from './matrix.js';
import { renderPictures } from './pictures.js';
import { renderRanks } from './ranks.js';
import { kernelOf, kernelSources, largestSide, type KernelSource } from '../shared/kernel-source.js';
import { factorisationStyles } from './styles.js';

teach(factorisationEn);
teach(settingsEn);
teach(mediaEn);

/** What a person or the page may choose. */
type Choice = Partial<
  Pick<ConvFactorisation, 'preset' | 'size' | 'seed' | 'values' | 'rank' | 'channel' | 'filter'>
>;

/**
 * A kernel as columns times rows: its best approximations of every rank, what they cost and what they miss, so that redundant
 * weights are seen. In a lab it takes the kernel from the layer's weights, and shows beside it how many slices each input
 * channel needs when the whole layer is made depthwise separable.
 *
 * @tag conv-factorisation
 * @summary A kernel as columns times rows, with the rank, the error and the weights.
 * @event {Event} change - A person chose another kernel, rank, channel or filter.
 * @csspart controls - Where the kernel comes from, and its numbers.
 * @csspart verdict - The sentence that says what the rank means.
 * @csspart pictures - Kernel, pairs, nearest kernel and difference.
 * @csspart ranks - The table of the ranks.
 * @csspart layer - The channels of the lab's layer and their ranks.
 */
export class ConvFactorisation extends Laboratory {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    numberSliderStyles,
    matrixStyles,
    factorisationStyles,
  ];

  /**
   * `identity`, `box`, `gaussian`, `sharpen`, `sobel-x`, `sobel-y`, `laplacian`, `emboss`, `checker`, `random`, `own` for
   * `values`, or `layer` for the lab's weights. Without it: the layer in a lab, `laplacian` elsewhere.
   */
  @property({ converter: wordOf<KernelSource | null>(kernelSources, null) }) preset: KernelSource | null =
    null;

  /** Rows and columns of a ready-made or random kernel, 1 to 7: `3` or `3x5`. */
  @property({ converter: pairOf }) size: Pair | null = [3, 3];

  /** Seed of the random kernel; the same numbers for the same seed. */
  @property({ type: Number }) seed = 1;

  /** Numbers of an own kernel: rows on lines, or a nested list, `[[1, 2], [3, 4]]`. */
  @property() values = '';

  /** Rank of the approximation that is drawn, from 1. */
  @property({ type: Number }) rank = 1;

  /** Input channel of the layer's slice, counted from 0. */
  @property({ type: Number }) channel = 0;

  /** Filter of the layer's slice, counted from 0. */
  @property({ type: Number }) filter = 0;

  /** Why typed numbers are no kernel; the last kernel stays. */
  @state() private refusal = '';

  private get layer(): StageView | null {
    return this.surroundings.lab?.session.moment?.stages[0] ?? null;
  }

  private get source(): KernelSource {
    if (this.preset && (this.preset !== 'layer' || this.layer)) return this.preset;
    return this.layer ? 'layer' : 'laplacian';
  }

  private get sides(): Pair {
    const [rows, columns] = this.size ?? [3, 3];
    return [wholeWithin(rows, 1, largestSide), wholeWithin(columns, 1, largestSide)];
  }

  private choose(change: Choice): void {
    this.refusal = '';
    Object.assign(this, change);
    this.tell();
  }

  private get controls(): Controls {
    const { say, language } = this.surroundings;
    return {
      say,
      language,
      source: this.source,
      sides: this.sides,
      seed: this.seed,
      layer: this.layer,
      channel: this.channel,
      filter: this.filter,
      refusal: this.refusal,
      choose: (change) => this.choose(change),
      refuse: (reason) => {
        this.refusal = reason;
      },
    };
  }

  private renderVerdict(ranks: KernelRanks): TemplateResult {
    return html`<p class=${ranks.rank < 2 ? 'verdict' : 'verdict many'} part="verdict" role="status">
      ${rankSentence(ranks, this.surroundings.say)}
    </p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { say, theme } = this.surroundings;
    if (!theme) return nothing;
    const { source, sides, seed, values, layer, channel, filter } = this;
    const kernel = kernelOf({ source, sides, seed, values, layer, channel, filter });
    const ranks = kernelRanks(kernel);
    const rank = wholeWithin(this.rank, 1, Math.max(ranks.rank, 1));
    return html`<div class="laboratory" role="group" aria-label=${say('factor.label')}>
      ${renderControls(this.controls, kernel)}
      <div class="main">
        ${this.renderVerdict(ranks)} ${renderPictures(ranks, rank, { say, theme, decimals: layer?.decimals })}
        ${renderRanks(ranks, rank, { say, choose: (wanted) => this.choose({ rank: wanted }) })}
        <p class="note">${say('factor.meaning')}</p>
        ${layer ? renderLayer(layer, { say }) : nothing}
      </div>
    </div>`;
  }
}

import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Pair } from '../../src/math/types.js';
import {
  checkerboard,
  largestKernel,
  largestStride,
  mostLayers,
  type Checkerboard,
  type CheckerSetting,
} from '../../src/views/checkerboard/model.js';
import { cureSentence, mapLabel, verdict } from '../../src/views/checkerboard/sentence.js';
import { checkerboardEn } from '../../src/words/parts/checkerboard.js';
import { teach } from '../../src/words/say.js';
import { pairOf, wholeOf } from '../shared/converters.js';
import { Laboratory } from '../shared/laboratory.js';
import { numberSliderStyles, renderNumberSlider, wholeWithin } from '../shared/number-slider.js';
import { renderSegments, segmentedStyles } from '../shared/segmented.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { renderAxis } from './axis.js';
import { renderMap } from './map.js';
import { renderPairs } from './pairs.js';
import { checkerboardStyles } from './styles.js';

teach(checkerboardEn);

/**
 * How many products land on each output cell of a transposed convolution, for every kernel and stride and for several layers:
 * the checkerboard that is there before training. Beside it the cure, a resize before an ordinary convolution. In the table of
 * all pairs the arrow keys go from one to the next.
 *
 * @tag conv-checkerboard
 * @summary Kernels, strides and the checkerboard that they make.
 * @event {Event} change - A person chose another kernel, stride or number of layers.
 * @csspart controls - The sliders.
 * @csspart pairs - Every kernel with every stride.
 * @csspart verdict - The sentence that says whether the overlap is even.
 * @csspart axis - Stamps and counts along an axis.
 * @csspart map - Counts of a plane: the transposed convolution, and the cure.
 */
export class ConvCheckerboard extends Laboratory {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    segmentedStyles,
    numberSliderStyles,
    checkerboardStyles,
  ];

  /** Taps of the kernel, 1 to 8: `3`, or rows and columns apart, `3x4`. */
  @property({ converter: pairOf }) kernel: Pair | null = [3, 3];

  /** Output cells from one stamp to the next, 1 to 5: `2` or `2x3`. */
  @property({ converter: pairOf }) stride: Pair | null = [2, 2];

  /** Transposed convolutions one after the other, 1 to 3. */
  @property({ converter: wholeOf(1, mostLayers, 1) }) layers = 1;

  /** Rows and columns have sliders of their own; so they do where the kernel or the stride has two numbers. */
  @property({ type: Boolean }) apart = false;

  private get setting(): CheckerSetting {
    const within = ([rows, columns]: Pair, most: number): Pair => [
      wholeWithin(rows, 1, most),
      wholeWithin(columns, 1, most),
    ];
    return {
      kernel: within(this.kernel ?? [3, 3], largestKernel),
      stride: within(this.stride ?? [2, 2], largestStride),
      layers: wholeWithin(this.layers, 1, mostLayers),
    };
  }

  private get isApart(): boolean {
    const { kernel, stride } = this.setting;
    return this.apart || kernel[0] !== kernel[1] || stride[0] !== stride[1];
  }

  private choose(change: { kernel?: Pair; stride?: Pair; layers?: number }): void {
    Object.assign(this, change);
    this.tell();
  }

  private setApart(apart: boolean): void {
    this.apart = apart;
    const { kernel, stride } = this.setting;
    if (!apart) this.choose({ kernel: [kernel[0], kernel[0]], stride: [stride[0], stride[0]] });
    else this.tell();
  }

  private renderSliders(name: 'kernel' | 'stride', maximum: number): TemplateResult {
    const { say } = this.surroundings;
    const pair = this.setting[name];
    const slider = (label: string, value: number, next: (value: number) => Pair): TemplateResult =>
      renderNumberSlider({
        label,
        value,
        minimum: 1,
        maximum,
        set: (wanted) => this.choose({ [name]: next(wanted) }),
      });
    if (!this.isApart) return slider(say(`checker.${name}`), pair[0], (value) => [value, value]);
    return html`${slider(say(`checker.${name}.rows`), pair[0], (value) => [value, pair[1]])}
    ${slider(say(`checker.${name}.columns`), pair[1], (value) => [pair[0], value])}`;
  }

  private renderControls(): TemplateResult {
    const { say } = this.surroundings;
    return html`<div class="controls" part="controls">
      ${this.renderSliders('kernel', largestKernel)} ${this.renderSliders('stride', largestStride)}
      <label class="check"
        ><input
          type="checkbox"
          .checked=${this.isApart}
          @change=${(event: Event) => this.setApart((event.target as HTMLInputElement).checked)}
        />${say('checker.apart')}</label
      >
      <div class="layers">
        <span aria-hidden="true">${say('checker.layers')}</span>
        ${renderSegments({
          name: 'layers',
          label: say('checker.layers'),
          options: ['1', '2', '3'].map((value) => ({ value, label: value })),
          value: String(this.setting.layers),
          choose: (value) => this.choose({ layers: Number(value) }),
        })}
      </div>
    </div>`;
  }

  private renderAxes(board: Checkerboard): TemplateResult {
    const { say } = this.surroundings;
    const { kernel, stride, layers } = this.setting;
    const axes = this.isApart ? ([0, 1] as const) : ([1] as const);
    return html`${axes.map((axis) =>
      renderAxis(board, axis, {
        title: say(
          this.isApart ? (axis === 0 ? 'checker.axis.rows' : 'checker.axis.columns') : 'checker.axis',
        ),
        kernel: kernel[axis],
        stride: stride[axis],
        layers,
        say,
      }),
    )}`;
  }

  private renderMaps(board: Checkerboard): TemplateResult | typeof nothing {
    const { say, theme } = this.surroundings;
    if (!theme) return nothing;
    const { layers } = this.setting;
    const plane = say(layers === 1 ? 'checker.plane' : 'checker.plane.layers', { layers });
    const look = { say, theme, legend: say(layers === 1 ? 'checker.legend' : 'checker.legend.paths') };
    return html`<div class="maps">
      ${renderMap(board.transposed, { ...look, name: 'transposed', title: plane, label: mapLabel(board.transposed, plane, say), text: '' })}
      ${renderMap(board.resized, {
        ...look,
        name: 'resized',
        title: say('checker.resized'),
        label: mapLabel(board.resized, say('checker.resized'), say),
        text: cureSentence(board, this.setting, say),
      })}
    </div>`;
  }

  override render(): TemplateResult {
    const { say, theme } = this.surroundings;
    const { setting } = this;
    const board = checkerboard(setting);
    const said = verdict(board, setting, say);
    return html`<div class="laboratory" role="group" aria-label=${say('checker.label')}>
      <div class="side">
        ${this.renderControls()}
        ${
          theme
            ? renderPairs({
                kernel: setting.kernel,
                stride: setting.stride,
                theme,
                say,
                choose: (kernel, stride) =>
                  this.choose({ kernel: [kernel, kernel], stride: [stride, stride] }),
              })
            : nothing
        }
      </div>
      <div class="main">
        <p class=${board.transposed.uniform ? 'verdict even' : 'verdict uneven'} part="verdict" role="status">
          ${said}
        </p>
        ${this.renderAxes(board)} ${this.renderMaps(board)}
        <p class="note">${say('checker.before-training')}</p>
      </div>
    </div>`;
  }
}

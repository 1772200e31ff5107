import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PaddingSetting } from '../../src/views/padding/table.js';
import { paddingEn } from '../../src/words/parts/padding.js';
import { teach, type WordKey } from '../../src/words/say.js';
import { wholeOf } from '../shared/converters.js';
import { Laboratory } from '../shared/laboratory.js';
import { numberSliderStyles, renderNumberSlider, wholeWithin } from '../shared/number-slider.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { renderCropTable } from './crop-table.js';
import { renderRuleTable } from './rule-table.js';
import { drawingStyles, paddingTableStyles } from './styles.js';

teach(paddingEn);

const ranges = {
  kernel: [1, 8],
  stride: [1, 5],
  dilation: [1, 3],
  smallest: [1, 12],
  largest: [1, 12],
  input: [1, 4],
} as const;

type Setting = keyof typeof ranges;

/** Rows of the first table. */
const mostRows = 8;

/**
 * What the rules of padding do to one axis, input size by input size: who pads where, where windows begin, which cells are never
 * read, and where TensorFlow's SAME is not symmetric padding. Below it what padding and output padding do to a transposed
 * convolution. A click on a row opens its formulas with their numbers.
 *
 * @tag conv-padding-table
 * @summary The truth table of padding, and of crop and output padding.
 * @event {Event} change - A person chose another setting, or opened or closed a row.
 * @csspart controls - The sliders.
 * @csspart verdict - The sentence that says where SAME and symmetric padding differ.
 * @csspart rules - Input sizes against rules.
 * @csspart crops - Crops against output paddings of a transposed convolution.
 * @csspart explanation - The formulas of an opened row.
 */
export class ConvPaddingTable extends Laboratory {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    numberSliderStyles,
    drawingStyles,
    paddingTableStyles,
  ];

  /** Taps of the kernel, 1 to 8. */
  @property({ converter: wholeOf(...ranges.kernel, 3) }) kernel = 3;

  /** Cells from one window to the next, 1 to 5. */
  @property({ converter: wholeOf(...ranges.stride, 2) }) stride = 2;

  /** Cells from one tap to the next, 1 to 3. */
  @property({ converter: wholeOf(...ranges.dilation, 1) }) dilation = 1;

  /** Input size of the first row, 1 to 12. */
  @property({ converter: wholeOf(...ranges.smallest, 4) }) smallest = 4;

  /** Input size of the last row, 1 to 12; at most eight rows are shown. */
  @property({ converter: wholeOf(...ranges.largest, 9) }) largest = 9;

  /** Input cells of the transposed convolution, 1 to 4. */
  @property({ converter: wholeOf(...ranges.input, 2) }) input = 2;

  /** The input size whose row is open. */
  @property({ type: Number, attribute: 'open-input' }) openInput: number | null = null;

  /** The crop whose row is open. */
  @property({ type: Number, attribute: 'open-crop' }) openCrop: number | null = null;

  private numberOf(name: Setting): number {
    const [minimum, maximum] = ranges[name];
    return wholeWithin(this[name], minimum, maximum);
  }

  private get setting(): PaddingSetting {
    const smallest = this.numberOf('smallest');
    const largest = wholeWithin(this.largest, smallest, Math.min(smallest + mostRows - 1, ranges.largest[1]));
    return {
      kernel: this.numberOf('kernel'),
      stride: this.numberOf('stride'),
      dilation: this.numberOf('dilation'),
      smallest,
      largest,
    };
  }

  private choose(change: Partial<Pick<this, Setting | 'openInput' | 'openCrop'>>): void {
    Object.assign(this, change);
    this.tell();
  }

  private renderSlider(name: Setting, label: WordKey): TemplateResult {
    const value = name === 'largest' ? this.setting.largest : this.numberOf(name);
    const [minimum, maximum] = ranges[name];
    return renderNumberSlider({
      label: this.surroundings.say(label),
      value,
      minimum: name === 'largest' ? this.setting.smallest : minimum,
      maximum: name === 'largest' ? Math.min(this.setting.smallest + mostRows - 1, maximum) : maximum,
      set: (wanted) => this.choose({ [name]: wanted } as Partial<Pick<this, Setting>>),
    });
  }

  override render(): TemplateResult {
    const { say, language } = this.surroundings;
    const { setting } = this;
    const { kernel, stride, dilation } = setting;
    const layer = { input: this.numberOf('input'), kernel, stride, dilation };
    return html`<div class="laboratory" role="group" aria-label=${say('pad.label')}>
      <div class="controls" part="controls">
        ${this.renderSlider('kernel', 'pad.kernel')} ${this.renderSlider('stride', 'pad.stride')}
        ${this.renderSlider('dilation', 'pad.dilation')} ${this.renderSlider('smallest', 'pad.smallest')}
        ${this.renderSlider('largest', 'pad.largest')}
      </div>
      ${renderRuleTable(setting, {
        say,
        language,
        open: this.openInput,
        toggle: (input) => this.choose({ openInput: this.openInput === input ? null : input }),
      })}
      ${renderCropTable(layer, {
        say,
        language,
        open: this.openCrop,
        toggle: (crop) => this.choose({ openCrop: this.openCrop === crop ? null : crop }),
        slider: this.renderSlider('input', 'pad.transposed.input'),
      })}
    </div>`;
  }
}

import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Lab } from '../shared/lab.js';
import { LabRequestEvent } from '../shared/lab-request.js';
import { RestoringElement } from '../shared/restoring-element.js';
import { baseStyles } from '../shared/styles.js';
import { figureStateOf, type FigureState } from './figure-state.js';
import { stepStyles } from './styles.js';

/**
 * A step of a lesson: prose, and the state of the figure that goes with it, declared by attributes. The attributes of a layer
 * are those of `<conv-figure>`; what the step leaves out comes from its lesson, unless it names a variant or a preset of its
 * own. Everything counts from 0. A `<conv-value>` or a view inside shows the declared state, whatever the reader does to the
 * lesson's figure.
 *
 * @tag conv-step
 * @summary A step of a lesson and the state of its figure.
 *
 * @attr preset - A ready-made example to start from.
 * @attr variant - Named way to convolve; the step then takes no layer from its lesson.
 * @attr op - `conv` or `transposed`, as on `<conv-figure>`.
 * @attr input - Rows, columns and channels of the input: `5x5x3`.
 * @attr filters - Output channels.
 * @attr kernel - Rows and columns of a kernel slice.
 * @attr stride - Cells from one window to the next.
 * @attr dilation - Cells from one tap to the next.
 * @attr padding - `valid`, `same`, `symmetric`, a number, or `top,bottom,left,right`.
 * @attr output-padding - Transposed only: rows and columns uncovered at the bottom and the right.
 * @attr output-size - Transposed only: the wanted height and width.
 * @attr groups - Groups of channels that do not see each other.
 * @attr multiplier - Depthwise: output channels of each input channel.
 * @attr order - Separable: `depthwise-first` or `pointwise-first`.
 * @attr bias - One number for each filter, added last.
 * @attr biases - Where a layer of several stages has its bias: `once` or in `every` stage.
 * @attr activation - What is done to a finished sum.
 * @attr activations - Where a layer of several stages has its activation: `once` or in `every` stage.
 * @attr turned - True convolution.
 * @attr sample - Name of the built-in sample that fills the input.
 * @attr values - Numbers that fill the input, channel by channel, row by row; a single one fills it all.
 * @attr weights - Name of a kernel, or numbers, filter by filter, slice by slice, row by row; a single one fills it all.
 * @attr walk - `output` finishes one output cell after the other, `input` stamps one input cell after the other.
 * @attr at - Where the run stands: `start`, `cell 3`, `cell 0,2 weigh`, `stage 1 cell 0`, a step such as `27`, or `end`.
 * @attr play - Plays to that place (without `at`: to the end) from another one, such as `cell 2`; empty: from the start. A reader
 *   who asks for less motion sees the place at once.
 * @attr highlight - A pinned cell: `output 0,1`, `input 2,0,1` (row, column, channel), `weights 1,1,0,2`.
 * @attr camera - View of the scene.
 * @attr views - What the figure shows, apart by spaces.
 *
 * @slot - The prose of the step.
 * @slot notes - What only the presenter's window shows.
 * @csspart link - The step's number, a link to it.
 */
export class ConvStep extends RestoringElement {
  static override styles: CSSResultGroup = [baseStyles, stepStyles];

  /** Place among the steps of its lesson, from 1; set by the lesson. */
  @property({ attribute: false }) number = 0;

  /** What a screen reader calls the link to this step; set by the lesson. */
  @property({ attribute: false }) linkLabel = '';

  private lab: Lab | null = null;

  constructor() {
    super();
    this.addEventListener(LabRequestEvent.type, (event) => (event as LabRequestEvent).answer(this.ownLab));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.lab?.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lab?.disconnect();
  }

  /** What the step declares, understood. Presets are fetched only where one is named. */
  async figureState(): Promise<FigureState> {
    const lesson = this.closest('conv-lesson');
    const own = (name: string): string | null => this.getAttribute(name);
    const around = (name: string): string | null => lesson?.getAttribute(name) ?? null;
    if (own('preset') === null && around('preset') === null) return figureStateOf(own, around);
    const { presetOf } = await import('../../src/variants/presets.js');
    return figureStateOf(own, around, presetOf);
  }

  /** Made when something inside asks for numbers. */
  private get ownLab(): Lab {
    if (!this.lab) {
      this.lab = new Lab(this);
      void this.declare(this.lab);
      if (this.isConnected) this.lab.connect();
    }
    return this.lab;
  }

  private async declare({ session }: Lab): Promise<void> {
    const { preset, step } = await this.figureState();
    session.load({ ...preset, step });
  }

  override render(): TemplateResult {
    const link = this.id
      ? html`<a part="link" href=${`#${this.id}`} aria-label=${this.linkLabel || nothing}
          >${this.number || '#'}</a
        >`
      : nothing;
    return html`${link}<slot></slot>`;
  }
}

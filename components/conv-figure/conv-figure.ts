import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConvElement } from '../shared/conv-element.js';
import { renderSentence } from '../shared/sentence.js';
import { renderFailure, renderProblems, statusStyles } from '../shared/status.js';
import { baseStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import '../conv-counts/define.js';
import '../conv-formula/define.js';
import '../conv-scene/define.js';
import '../conv-timeline/define.js';

/**
 * One tag, everything in it: the layer in 3-D, its formula with the numbers of this step, playback and counts.
 *
 * @tag conv-figure
 * @summary A figure of one layer, for a page of text.
 * @dependency conv-scene
 * @dependency conv-formula
 * @dependency conv-timeline
 * @dependency conv-counts
 * @dependency conv-grid
 * @dependency conv-controls
 *
 * @slot caption - A caption below the figure.
 * @event play - The run begins to move.
 * @event pause - The run stands still.
 * @event ended - The run came to its end.
 * @event {ConvStepEvent} conv-step - The run stands at another step.
 * @csspart figure - The frame around everything.
 * @csspart sentence - The sentence that says what is seen.
 * @cssproperty --conv-background - Background of the figure and the scene.
 * @cssproperty --conv-ink - Text and edges.
 * @cssproperty --conv-accent - Buttons and focus rings.
 * @cssproperty --conv-scene-height - Height of the scene.
 */
export class ConvFigure extends ConvElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    statusStyles,
    css`
      figure {
        margin: 0;
        padding: 0.75rem;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
        background: var(--_background);
        border: 1px solid var(--_line);
        border-radius: 0.75rem;
      }
      figure:fullscreen {
        grid-template-rows: minmax(50vh, 1fr);
        grid-auto-rows: auto;
        overflow: auto;
        border-radius: 0;
      }
      figure:fullscreen conv-scene {
        block-size: auto;
      }
      conv-scene {
        block-size: var(--conv-scene-height, clamp(16rem, 52vmin, 34rem));
      }
      figcaption,
      .sentence {
        margin: 0;
        max-inline-size: 75ch;
      }
      .sentence {
        min-block-size: 1.45em;
        color: var(--_muted);
      }
    `,
  ];
  protected static override readonly holdsLab = true;

  /** What to show, apart by spaces: `scene`, `formula`, `counts`, `grid`. */
  @property() views = 'scene formula counts';

  /** `none`, `basic` (playback) or `full` (playback and the settings of the layer). */
  @property() controls: 'none' | 'basic' | 'full' = 'basic';

  /** View of the scene: `overview`, `front`, `kernel` or `output`. */
  @property() camera?: string;

  private shows(view: string): boolean {
    return this.views.split(/\s+/).includes(view);
  }

  /** What only some figures show is fetched when it is asked for; the browser upgrades it in place. */
  protected override updated(): void {
    if (this.shows('grid')) void import('../conv-grid/define.js');
    if (this.controls === 'full') void import('../conv-controls/define.js');
  }

  private describe(): string {
    const view = this.lab.session?.moment?.stages[0];
    if (!view) return this.lab.say('variant.standard');
    const { input, kernel, output } = view.stage;
    return this.lab.say('figure.described', {
      variant: this.lab.say('variant.standard'),
      input: input.slice(1).join('×'),
      kernel: kernel.join('×'),
      output: output.slice(1).join('×'),
    });
  }

  override render(): TemplateResult {
    return html`<figure part="figure" data-stage aria-label=${this.describe()}>
      ${this.shows('scene') ? html`<conv-scene camera=${this.camera ?? nothing}></conv-scene>` : nothing}
      ${renderFailure(this.lab)} ${this.controls === 'full' ? nothing : renderProblems(this.lab)}
      ${renderSentence(this.lab)}
      ${this.controls === 'none' ? nothing : html`<conv-timeline></conv-timeline>`}
      ${this.shows('formula') ? html`<conv-formula></conv-formula>` : nothing}
      ${this.shows('counts') ? html`<conv-counts></conv-counts>` : nothing}
      ${this.shows('grid') ? html`<conv-grid></conv-grid>` : nothing}
      ${this.controls === 'full' ? html`<conv-controls></conv-controls>` : nothing}
      <figcaption><slot name="caption"></slot></figcaption>
    </figure>`;
  }
}

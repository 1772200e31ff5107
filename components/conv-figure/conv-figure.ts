import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConvElement } from '../shared/conv-element.js';
import { describeLayer } from '../shared/describe.js';
import { handleStepKey } from '../shared/keys.js';
import { isViewName, loadView } from '../shared/load-view.js';
import { renderSentence } from '../shared/sentence.js';
import { renderFailure, renderNotice, renderProblems, statusStyles } from '../shared/status.js';
import { baseStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import type { FigureViewName } from './view-names.js';
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
 * @dependency conv-matrix
 * @dependency conv-channels
 * @dependency conv-controls
 *
 * @slot caption - A caption below the figure.
 * @slot poster - What stands in the figure's place until it has its first numbers, such as a picture of it.
 * @slot fallback - What stands there where the layer cannot be computed, beside the reason.
 * @event play - The run begins to move.
 * @event pause - The run stands still.
 * @event ended - The run came to its end.
 * @event {ConvStepEvent} conv-step - The run stands at another step.
 * @csspart figure - The frame around everything.
 * @csspart tools - The scene's buttons for the view.
 * @csspart foot - What stands below the scene: its buttons, and what the colours mean.
 * @csspart sentence - The sentence that says what is seen.
 * @csspart channels - The table of the channels, with what is said of it.
 * @csspart notes - What the counters say beyond their sums.
 * @csspart unit - The counters' switch of the unit.
 * @csspart accuracy - Which engine computed what is shown, and how exactly.
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
        position: relative;
      }
      slot[name='poster']::slotted(*) {
        position: absolute;
        inset: 0.75rem;
        z-index: 1;
        max-inline-size: calc(100% - 1.5rem);
        max-block-size: calc(100% - 1.5rem);
      }
      /* On a page that gives the element a height, the scene takes what the rest leaves of it. */
      figure:has(> conv-scene) {
        grid-template-rows: minmax(min-content, 1fr);
        block-size: 100%;
        min-block-size: min-content;
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
      /* With what stands below the picture, in several lines. */
      @media (width < 40rem) {
        conv-scene {
          block-size: var(--conv-scene-height, calc(clamp(16rem, 52vmin, 34rem) + 6rem));
        }
      }
      conv-formula:not(:defined) {
        min-block-size: 5rem;
      }
      conv-counts:not(:defined) {
        min-block-size: 6rem;
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

  /** What to show, apart by spaces: `scene`, `formula`, `counts`, `grid`, `matrix`, `channels`. */
  @property() views = 'scene formula counts';

  /** `none`, `basic` (playback) or `full` (playback and the settings of the layer). */
  @property() controls: 'none' | 'basic' | 'full' = 'basic';

  /** View of the scene: `overview`, `front`, `kernel` or `output`. */
  @property() camera?: string;

  private get shownViews(): readonly string[] {
    return this.views.split(/[\s,]+/);
  }

  private shows(view: FigureViewName): boolean {
    return this.shownViews.includes(view);
  }

  protected override updated(): void {
    for (const view of this.shownViews) if (isViewName(view)) void loadView(view);
    if (this.controls === 'full') void loadView('controls');
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { session } = this.lab;
    if (session) handleStepKey(event, session);
  };

  private renderStandIn(): TemplateResult | typeof nothing {
    const { session } = this.lab;
    if (session?.moment) return nothing;
    return session?.error ? html`<slot name="fallback"></slot>` : html`<slot name="poster"></slot>`;
  }

  override render(): TemplateResult {
    return html`<figure part="figure" data-stage aria-label=${describeLayer(this.lab)} @keydown=${this.onKey}>
      ${this.renderStandIn()}
      ${this.shows('scene') ? html`<conv-scene exportparts="tools, foot" camera=${this.camera ?? nothing}></conv-scene>` : nothing}
      ${renderFailure(this.lab)}
      ${this.unknownPreset === null ? nothing : renderNotice(this.lab.say('examples.unknown', { id: this.unknownPreset }))}
      ${this.controls === 'full' ? nothing : renderProblems(this.lab)} ${renderSentence(this.lab)}
      ${this.controls === 'none' ? nothing : html`<conv-timeline></conv-timeline>`}
      ${this.shows('formula') ? html`<conv-formula></conv-formula>` : nothing}
      ${this.shows('counts') ? html`<conv-counts exportparts="notes, unit, accuracy"></conv-counts>` : nothing}
      ${this.shows('channels') ? html`<conv-channels part="channels"></conv-channels>` : nothing}
      ${this.shows('matrix') ? html`<conv-matrix></conv-matrix>` : nothing}
      ${this.shows('grid') ? html`<conv-grid></conv-grid>` : nothing}
      ${this.controls === 'full' ? html`<conv-controls></conv-controls>` : nothing}
      <figcaption><slot name="caption"></slot></figcaption>
    </figure>`;
  }
}

import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Report, Side, Way } from '../../src/speed/types.js';
import type { Say } from '../../src/views/say.js';
import { drawLanes } from '../../src/views/speed/draw-lanes.js';
import { drawRoof, wayShape } from '../../src/views/speed/draw-roof.js';
import { drawWings } from '../../src/views/speed/draw-wings.js';
import { layOutLanes } from '../../src/views/speed/lanes.js';
import { sideName } from '../../src/views/speed/names.js';
import { layOutRoof } from '../../src/views/speed/roof.js';
import { knowsOutliers } from '../../src/views/speed/table.js';
import { layOutWings } from '../../src/views/speed/wings.js';

export interface Figures {
  readonly say: Say;
  readonly report: Report;
  /** Are these the numbers of a link, and not of this device? */
  readonly isLinked: boolean;
  /** Another device's, of the same set. */
  readonly there: Report | null;
  /** Place of the way in the report that the wings show. */
  readonly way: number;
}

/** What is called a device without a name. */
export function deviceName({ device }: Report, say: Say): string {
  return device || say('speed.unnamed');
}

/** Pictures whose numbers all stand in the table: nothing of them is read out but their titles. */
export function renderFigures({ say, report, isLinked, there }: Figures): TemplateResult {
  const base = sideName(report.set, 'base', say);
  return html`<figure class="wings" part="wings">
      <figcaption>
        <h3>${say('speed.butterfly')}</h3>
        ${renderSides(report, say)}
      </figcaption>
      <div class="room"><svg aria-hidden="true"></svg></div>
      <p class="note">${say('speed.butterfly.text', { base })}</p>
      <p class="legend" aria-hidden="true">
        <span class="key"><i class="swatch promised"></i>${say('speed.legend.promised')}</span>
        <span class="key">${sign('spread')}${say('speed.legend.spread')}</span>
        ${knowsOutliers(report) ? html`<span class="key">${sign('outlier')}${say('speed.legend.outlier')}</span>` : nothing}
        ${renderThere('there', there, say)}
      </p>
    </figure>
    <figure class="roofline" part="roofline">
      <figcaption>
        <h3>
          ${say(isLinked ? 'speed.roofline.there' : 'speed.roofline', { device: deviceName(report, say) })}
        </h3>
        ${renderWaySigns(report.ways, say, renderThere('away', there, say))}
      </figcaption>
      <div class="room"><svg aria-hidden="true"></svg></div>
      <p class="note">${say('speed.roofline.text')}</p>
    </figure>
    ${
      report.ways.length > 1
        ? html`<figure class="lanes" part="lanes">
            <figcaption>
              <h3>${say('speed.all-ways')}</h3>
              ${renderWaySigns(report.ways, say)}
            </figcaption>
            <div class="room"><svg aria-hidden="true"></svg></div>
            <p class="note">${say('speed.all-ways.text')}</p>
          </figure>`
        : nothing
    }`;
}

/** Draws into what {@link renderFigures} has made, as wide as there is room. */
export function drawFigures(root: ParentNode, { say, report, there, way }: Figures): void {
  const draw = (name: string, act: (svg: SVGSVGElement, width: number) => void): void => {
    const room = root.querySelector(`.${name} .room`);
    const picture = room?.querySelector('svg');
    if (room && picture && room.clientWidth > 0) act(picture, room.clientWidth);
  };
  draw('wings', (picture, width) => drawWings(picture, layOutWings(report, { way, there, width }, say), say));
  draw('roofline', (picture, width) => drawRoof(picture, layOutRoof(report, { there, width }, say), say));
  draw('lanes', (picture, width) => drawLanes(picture, layOutLanes(report, width, say)));
}

function renderSides({ set }: Report, say: Say): TemplateResult {
  const sides = (['base', 'other', 'aside'] as const).filter((side: Side) =>
    set.layers.some((layer) => layer.side === side),
  );
  return html`<p class="legend" aria-hidden="true">
    ${sides.map((side) => html`<span class="key"><i class="swatch ${side}"></i>${sideName(set, side, say)}</span>`)}
  </p>`;
}

function renderWaySigns(
  ways: readonly Way[],
  say: Say,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<p class="legend" aria-hidden="true">
    ${ways.map(
      (way) =>
        html`<span class="key"
          ><svg class="sign" viewBox="-8 -8 16 16">
            ${svg`<path class="mark" d=${wayShape(way, 80)}></path>`}</svg
          >${say(`speed.way.${way}`)}</span
        >`,
    )}
    ${more}
  </p>`;
}

function renderThere(
  name: 'there' | 'away',
  there: Report | null,
  say: Say,
): TemplateResult | typeof nothing {
  if (!there) return nothing;
  const text = say('speed.legend.there', { device: deviceName(there, say) });
  return html`<span class="key">${sign(name)}${text}</span>`;
}

function sign(name: 'spread' | 'outlier' | 'there' | 'away'): TemplateResult {
  const drawings = {
    spread: svg`<path class="spread" d="M-7 -4v8M-7 0H7M7 -4v8"></path>`,
    outlier: svg`<circle class="outlier" r="3.5"></circle>`,
    away: svg`<path class="point away aside" d=${wayShape('fast', 80)}></path>`,
    there: svg`<path class="there" d="M0 -6L6 0L0 6L-6 0Z"></path>`,
  };
  return html`<svg class="sign" viewBox="-8 -8 16 16">${drawings[name]}</svg>`;
}

import { html, svg, type TemplateResult } from 'lit';
import { layOutScatter, networkPoints, type NetworkPoint } from '../../src/views/networks/scatter.js';
import { percentText } from '../../src/views/percent.js';
import { formatLarge } from '../../src/words/amounts.js';
import { formatCount } from '../../src/words/numbers.js';
import type { WordKey } from '../../src/words/say.js';
import type { Surroundings } from '../shared/surroundings.js';
import type { PictureOptions } from './picture-options.js';
import { nameOf } from './settings.js';

/** A point with its words. */
interface Named extends NetworkPoint {
  readonly text: string;
  readonly isNow: boolean;
}

/** All networks by what they cost, the chosen one as it is set now among them, and their table. */
export function renderScatter(options: PictureOptions): TemplateResult {
  const { network, name, room, line, around } = options;
  const { say } = around;
  const { params, macs } = network.totals;
  const known = networkPoints().map((point): Named => ({
    ...point,
    text: textOf(point, around),
    isNow: false,
  }));
  const now: Named = { id: '', settings: {}, params, macs, published: null, text: name, isNow: true };
  const isKnown = known.some((point) => point.params === params && point.macs === macs);
  const points = (isKnown || macs === 0 || params === 0 ? known : [...known, now]).map((point) => ({
    ...point,
    isNow: point.params === params && point.macs === macs,
  }));
  const height = Math.min(Math.max(0.75 * room, 18 * line), 34 * line);
  const size = 0.54 * line;
  const first = points.findIndex(({ isNow }) => isNow);
  const layout = layOutScatter(
    points,
    [room, height],
    line,
    (index) => widthOf(points[index].text) * size,
    first,
  );
  return html`<p class="note">${say('network.scatter.caption')}</p>
    <svg
      class="scatter"
      width=${room}
      height=${height}
      aria-hidden="true"
      focusable="false"
      font-size=${size}
    >
      ${layout.across.ticks.map(
        ({ value, at }) =>
          svg`<path class="rule" d="M${at} 0V${height - 1.5 * line}"></path><text class="tick" text-anchor="middle" x=${at} y=${height - 0.75 * line}>${formatLarge(value)}</text>`,
      )}
      ${layout.up.ticks.map(
        ({ value, at }) =>
          svg`<path class="rule" d="M${3 * line} ${at}H${room}"></path><text class="tick" text-anchor="end" x=${2.8 * line} y=${at + size / 3}>${formatLarge(value)}</text>`,
      )}
      <text class="tick" text-anchor="end" x=${room} y=${height - 1.7 * line}>
        ${say('network.measure.macs')}
      </text>
      <text class="tick" x="0" y=${size}>${say('network.measure.params')}</text>
      ${points.map((point, index) => {
        const [{ x, y }, label] = [layout.points[index], layout.labels[index]];
        return svg`<g class=${point.isNow ? 'point now' : 'point'}>
          <title>${point.text}</title>
          ${label && Math.abs(label.y - y) > 1.2 * line ? svg`<path class="leader" d="M${x} ${y}L${label.x} ${label.y}"></path>` : ''}
          <circle cx=${x} cy=${y} r=${(point.isNow ? 0.34 : point.text === '' ? 0.13 : 0.22) * line}></circle>
          ${label ? svg`<text text-anchor=${label.anchor} x=${label.x} y=${label.y + size / 3}>${point.text}</text>` : ''}
        </g>`;
      })}
    </svg>
    ${renderPoints(points, name, around)}`;
}

/** About, in letters: a Chinese one is twice as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 1.05 : 0.58), 0);
}

/** Other settings of a network are dots without a text: the table says what they are. */
function textOf({ id, settings, published }: NetworkPoint, { say }: Surroundings): string {
  if (Object.keys(settings).length > 0) return '';
  const accuracy = published
    ? say('network.scatter.accuracy', { accuracy: percentText(published.topOne) })
    : '';
  return [say(nameOf(id)), accuracy].filter(Boolean).join(' · ');
}

function renderPoints(points: readonly Named[], name: string, { say }: Surroundings): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say('network.picture.scatter')}>
    <table>
      <caption class="visually-hidden">
        ${say('network.picture.scatter')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('network.choose')}</th>
          <th scope="col" class="number">${say('network.measure.params')}</th>
          <th scope="col" class="number">${say('network.measure.macs')}</th>
          <th scope="col" class="number">${say('network.scatter.top')}</th>
          <th scope="col">${say('network.scatter.source')}</th>
        </tr>
      </thead>
      <tbody>
        ${points.map(({ id, settings, published, params, macs, isNow }) => {
          const turned = Object.entries(settings).map(
            ([knob, value]) => `${say(`network.knob.${knob}` as WordKey)} ${value}`,
          );
          const text =
            id === '' ? say('network.scatter.now', { name }) : [say(nameOf(id)), ...turned].join(', ');
          return html`<tr class=${isNow ? 'chosen' : ''}>
            <th scope="row">${text}</th>
            <td class="number">${formatCount(params)}</td>
            <td class="number">${formatCount(macs)}</td>
            <td class="number">
              ${published ? say('network.scatter.accuracy', { accuracy: percentText(published.topOne) }) : say('network.scatter.none')}
            </td>
            <td>${published?.source ?? ''}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

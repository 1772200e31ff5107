import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ChannelSpectrum, LayerSpectrum } from '../../src/math/separable-fit.js';
import type { StageView } from '../../src/timeline/types.js';
import {
  errorText,
  layerSentence,
  saves,
  shareText,
  spectrumOf,
} from '../../src/views/factorisation/model.js';
import type { Say } from '../../src/views/say.js';
import { formatCount, formatNumber } from '../../src/words/numbers.js';
import { rem } from '../shared/rem.js';

interface LayerLook {
  readonly say: Say;
}

/** Channels whose ranks are drawn, and multipliers that have a line. */
const mostChannels = 12;
const mostSteps = 12;

/** How many slices each input channel needs, and what separable layers would cost and miss. */
export function renderLayer(view: StageView, { say }: LayerLook): TemplateResult {
  const spectrum = spectrumOf(view);
  return html`<section part="layer" class="layer">
    <h3>${say('factor.layer')}</h3>
    ${
      spectrum
        ? html`<p class="note">${say('factor.layer.text')}</p>
            <p class=${saves(spectrum) ? 'verdict' : 'verdict many'}>${layerSentence(spectrum, say)}</p>
            ${renderChannels(spectrum, say)} ${renderSteps(spectrum, say)}`
        : html`<p class="note">${say('factor.layer.none')}</p>`
    }
  </section>`;
}

function renderChannels({ channels }: LayerSpectrum, say: Say): TemplateResult {
  const largest = Math.max(...channels.map(({ sizes }) => sizes[0]));
  const more = channels.length - mostChannels;
  return html`<div class="channels">
    ${channels.slice(0, mostChannels).map((each, index) => renderChannel(each, index, largest, say))}
    ${more > 0 ? html`<p class="small">${say('factor.layer.more', { count: more })}</p>` : nothing}
  </div>`;
}

/** Bars of a channel's singular values, those beyond the rank only a line. */
function renderChannel(
  { sizes, rank }: ChannelSpectrum,
  channel: number,
  largest: number,
  say: Say,
): TemplateResult {
  const [bar, height] = [16, 48];
  const width = sizes.length * bar;
  const printed = sizes.slice(0, rank).map((size) => formatNumber(size, { digits: 3 }));
  const facts = { channel: channel + 1, rank, most: sizes.length };
  return html`<figure class="channel" data-channel=${channel}>
    <figcaption>
      <b>${say('factor.layer.channel', facts)}</b>
      <span class="small">${say('factor.layer.rank', facts)}</span>
    </figcaption>
    <svg
      width=${rem(width)}
      height=${rem(height)}
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label=${say('factor.layer.sizes', { ...facts, sizes: printed.join(', ') })}
    >
      ${sizes.map((size, i) => {
        const length = i < rank ? Math.max((size / largest) * (height - 2), 2) : 1;
        return svg`<rect class=${i < rank ? 'bar' : 'bar none'} x=${i * bar + 1} y=${height - length} width=${bar - 3} height=${length}></rect>`;
      })}
    </svg>
  </figure>`;
}

function renderSteps({ steps, weights, length }: LayerSpectrum, say: Say): TemplateResult {
  return html`<h4>${say('factor.layer.table')}</h4>
    <table class="multipliers">
      <thead>
        <tr>
          <th scope="col">${say('factor.layer.multiplier')}</th>
          <th scope="col">${say('factor.table.weights')}</th>
          <th scope="col">${say('factor.table.error')}</th>
          <th scope="col">${say('factor.table.share')}</th>
        </tr>
      </thead>
      <tbody>
        ${steps.slice(0, mostSteps).map(
          (step) =>
            html`<tr data-multiplier=${step.multiplier}>
              <th scope="row">${step.multiplier}</th>
              <td>
                <span class="terms" title=${say('factor.layer.parts')}
                  >${formatCount(step.depthwise)} + ${formatCount(step.mixing)} = </span
                ><b>${formatCount(step.weights)}</b>
              </td>
              <td>${errorText(step.error, length)}</td>
              <td>${shareText(step.share)}</td>
            </tr>`,
        )}
        <tr class="full">
          <th scope="row">${say('factor.layer.standard')}</th>
          <td><b>${formatCount(weights)}</b></td>
          <td>0</td>
          <td>0 %</td>
        </tr>
      </tbody>
    </table>`;
}

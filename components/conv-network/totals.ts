import { html, nothing, type TemplateResult } from 'lit';
import type { UnderstoodNetwork } from '../../src/views/networks/understood.js';
import { formatBytes, formatLarge } from '../../src/words/amounts.js';
import { formatCount, formatNumber } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';

/** What the whole network comes to; where layers are exchanged, beside what it was. */
export function renderTotals(
  { totals, peak, before }: UnderstoodNetwork,
  { say }: Surroundings,
): TemplateResult {
  const { params, trainable, nonTrainable, macs, usefulMacs, weightBytes, activationBytes } = totals;
  const bytes = ({ float32, int8 }: typeof weightBytes): { float32: string; int8: string } => ({
    float32: formatBytes(float32),
    int8: formatBytes(int8),
  });
  const against = (now: number, whole: number | undefined): string =>
    whole === undefined || whole === 0
      ? ''
      : say('network.against', {
          ratio: formatNumber(now / whole, { digits: 3 }),
          whole: formatLarge(whole),
        });
  const trained =
    nonTrainable === 0
      ? say('network.trained.all')
      : say('network.trained', {
          trainable: formatCount(trainable),
          nonTrainable: formatCount(nonTrainable),
        });
  const facts = [
    { key: 'params', value: formatCount(params), notes: [trained, against(params, before?.params)] },
    {
      key: 'macs',
      value: formatCount(macs),
      notes: [
        say('network.flops', { flops: formatLarge(2 * macs) }),
        say('network.useful', { useful: formatCount(usefulMacs) }),
        against(macs, before?.macs),
      ],
    },
    {
      key: 'weights',
      value: formatBytes(weightBytes.float32),
      notes: [say('network.memory', bytes(weightBytes))],
    },
    {
      key: 'activations',
      value: formatBytes(activationBytes.float32),
      notes: [say('network.memory', bytes(activationBytes)), say('network.peak', bytes(peak))],
    },
  ] as const;
  return html`<dl class="totals" part="totals" aria-label=${say('network.totals')}>
    ${facts.map(
      ({ key, value, notes }) =>
        html`<div data-total=${key}>
          <dt>${say(`network.total.${key}`)}</dt>
          <dd><b>${value}</b>${notes.map((note) => (note === '' ? nothing : html`<span>${note}</span>`))}</dd>
        </div>`,
    )}
  </dl>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Swap, Swappable } from '../../src/networks/index.js';
import type { UnderstoodNetwork } from '../../src/views/networks/understood.js';
import { formatCount, formatNumber } from '../../src/words/numbers.js';
import { renderSegments } from '../shared/segmented.js';
import type { Surroundings } from '../shared/surroundings.js';

/** What a layer may become, as text: '' as it was built, a kind, or a number of groups. */
export type SwapText = '' | 'standard' | 'separable' | `${number}`;

const offered: readonly SwapText[] = ['', 'standard', 'separable', '2', '4', '8'];

/** Null for what is none. */
export function readSwap(text: string): Swap | null {
  if (text === 'standard' || text === 'separable') return text;
  const groups = Number(text);
  return Number.isInteger(groups) && groups > 1 ? { groups } : null;
}

function optionsOf(texts: readonly SwapText[], { say }: Surroundings): { value: SwapText; label: string }[] {
  return texts.map((value) => {
    if (value === '') return { value, label: say('network.swap.own') };
    const isKind = value === 'standard' || value === 'separable';
    return {
      value,
      label: isKind ? say(`network.swap.${value}`) : say('network.swap.grouped', { groups: value }),
    };
  });
}

interface SwapAllOptions {
  readonly network: UnderstoodNetwork;
  /** What all are; '' for as built. */
  readonly swap: string;
  readonly around: Surroundings;
  readonly choose: (swap: SwapText) => void;
}

/** One choice for all layers that can be exchanged, and what came of it. */
export function renderSwapAll({ network, swap, around, choose }: SwapAllOptions): TemplateResult {
  const { say } = around;
  if (network.swappable.size === 0) return html`<p class="note">${say('network.swap.none')}</p>`;
  const label = say('network.swap.all');
  return html`<div class="swap" part="swap">
    <span class="name" aria-hidden="true">${label}</span>
    ${renderSegments<SwapText>({ name: 'swap-all', label, options: optionsOf(offered, around), value: swap, choose })}
    ${renderResult(network, around)}
  </div>`;
}

function renderResult(
  { totals, before, exchanged }: UnderstoodNetwork,
  { say }: Surroundings,
): TemplateResult | typeof nothing {
  if (!before) return nothing;
  const norms = totals.byKind.get('batch-norm')?.params ?? 0;
  return html`<p class="effect" data-effect="swap" role="status">
    ${say('network.swap.result', {
      count: exchanged,
      params: formatCount(totals.params),
      paramsBefore: formatCount(before.params),
      paramsRatio: formatNumber(totals.params / before.params, { digits: 3 }),
      macs: formatCount(totals.macs),
      macsBefore: formatCount(before.macs),
      macsRatio: formatNumber(totals.macs / before.macs, { digits: 3 }),
      weights: formatCount(totals.params - norms),
    })}
  </p>`;
}

interface SwapOneOptions {
  readonly name: string;
  readonly unit: Swappable;
  /** What it is to be; '' for as built. */
  readonly swap: SwapText;
  readonly around: Surroundings;
  readonly choose: (swap: SwapText) => void;
}

/** The same choice for one layer. */
export function renderSwapOne({ name, unit, swap, around, choose }: SwapOneOptions): TemplateResult {
  const { say } = around;
  const label = say('network.swap.one', { name });
  const texts = offered.filter((text) => text !== unit.is);
  return html`<div class="swap">
    <span class="name" aria-hidden="true">${label}</span>
    ${renderSegments<SwapText>({ name: 'swap-one', label, options: optionsOf(texts, around), value: swap, choose })}
  </div>`;
}

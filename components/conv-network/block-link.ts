import { html, nothing, type TemplateResult } from 'lit';
import { blockOfNetwork } from '../../src/blocks/index.js';
import type { NetworkRow } from '../../src/networks/index.js';
import type { Surroundings } from '../shared/surroundings.js';

/** Leads from a row of a module to the laboratory of blocks; only on a page that has laboratories. */
export function renderBlockLink(
  row: NetworkRow | undefined,
  network: string,
  { say, lab }: Surroundings,
): TemplateResult | typeof nothing {
  const block = row?.block === undefined ? undefined : blockOfNetwork(network);
  if (!block || !lab) return nothing;
  return html`<p>
    <a data-does="block" href=${`#lab=block&set=block:${block.id}`}>${say('network.open.block')}</a>
  </p>`;
}

import { html, type TemplateResult } from 'lit';
import type { NetworkRow } from '../../src/networks/index.js';
import { groupsIn } from '../../src/views/networks/groups.js';
import type { Surroundings } from '../shared/surroundings.js';

/** The colours of the kinds that a network has. */
export function renderLegend(rows: readonly NetworkRow[], { say }: Surroundings): TemplateResult {
  return html`<p class="legend">
    ${groupsIn(rows).map(
      (group) =>
        html`<span class="key"
          ><span class="swatch" data-group=${group}></span>${say(`network.group.${group}`)}</span
        >`,
    )}
  </p>`;
}

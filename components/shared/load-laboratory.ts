/**
 * Laboratories of the site: fetched when one is asked for. They stand apart from the views, because the one-file module for a
 * script tag holds whatever a figure may fetch, and these are not in it.
 */

import type { LaboratoryName } from '../../src/address/page-state.js';

/** The tag is `conv-` and the name. */
const laboratories = {
  'receptive-field': () => import('../conv-receptive-field/define.js'),
  gridding: () => import('../conv-gridding/define.js'),
  checkerboard: () => import('../conv-checkerboard/define.js'),
  'padding-table': () => import('../conv-padding-table/define.js'),
  factorisation: () => import('../conv-factorisation/define.js'),
  filter: () => import('../conv-filter/define.js'),
  speed: () => import('../conv-speed/define.js'),
  network: () => import('../conv-network/define.js'),
  block: () => import('../conv-block/define.js'),
} as const satisfies Record<LaboratoryName, () => Promise<unknown>>;

/** Resolves when the laboratory's element is registered. What could not be fetched is tried again when it is next asked for. */
export async function loadLaboratory(name: LaboratoryName): Promise<void> {
  await laboratories[name]();
}

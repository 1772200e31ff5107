/** In lanes of slabs: the window of each lane and its cells in the making, as boxes. */
import { termsOf } from '../../../../math/incidence.js';
import type { Staging, Tile } from '../../staging.js';
import { cellsInMaking, windowCells } from '../slab-cells.js';
import { cellOf, glueOf, turnOf, type LanesScene } from './scene.js';

export function slabTiles(scene: LanesScene, volumes: Staging['volumes']): Tile[] {
  const { layout, view } = scene;
  if (glueOf(scene) > 0) return [];
  const cells = layout.rows.filter((row) => turnOf(scene, row) === 'making').map((row) => cellOf(scene, row));
  const inputs = cells.map((cell) => termsOf(view.stage, cell).map(({ input }) => input));
  return [
    ...layout.input.flatMap(({ id }) =>
      inputs.flatMap((window) => windowCells(scene, volumes[id].lattice, window)),
    ),
    ...layout.output.flatMap(({ id }) => cellsInMaking(scene, volumes[id], cells)),
  ];
}

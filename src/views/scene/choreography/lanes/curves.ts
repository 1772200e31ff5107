/** Each lane's activation: its curve below the sum of the lane, where rows are far enough apart. */
import { partialCentre } from '../../layout/bench.js';
import type { Vector } from '../../layout/space.js';
import type { Line, Tile } from '../../staging.js';
import { chipLines, chipTiles } from '../activation.js';
import { rowsWithCurve } from './curve-places.js';
import { isolates, turnOf, valuesOf, type LanesScene } from './scene.js';

export function curveTiles(scene: LanesScene): Tile[] {
  return inRows(scene, chipTiles);
}

export function curveLines(scene: LanesScene): Line[] {
  return inRows(scene, chipLines);
}

/** A curve shows the numbers of its own lane. */
function inRows<Thing>(
  scene: LanesScene,
  draw: (scene: LanesScene, sum: Vector, side: -1) => Thing[],
): Thing[] {
  const rows = rowsWithCurve(scene.layout).filter((row) => !isolates(scene, row));
  return rows.flatMap((row) => {
    const values = turnOf(scene, row) === 'making' ? valuesOf(scene, row) : null;
    return draw({ ...scene, values }, partialCentre(scene.layout.bench, row), -1);
  });
}

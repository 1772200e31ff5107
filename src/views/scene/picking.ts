/** What a ray meets, by arithmetic: the meshes have no vertices that could be asked. */
import type { Ray } from './camera.js';
import { holds, type Comb } from './layout/comb.js';
import { cellCentre, indexAt, type Lattice, type Places } from './layout/lattice.js';
import type { SceneLayout, Volume } from './layout/scene-layout.js';
import { boxAround, unite, type Box } from './layout/space.js';
import { stations, type Staging, type Station, type Target } from './staging.js';

interface Hit {
  readonly distance: number;
  readonly target: Target;
}

/**
 * The nearest cell or tile under the ray. Glass is looked through, but is better than nothing.
 *
 * @param shown the stations that are in the picture
 */
export function pickTarget(
  ray: Ray,
  layout: SceneLayout,
  staging: Staging,
  shown: readonly Station[] = stations,
): Target | null {
  const volumes = layout.volumes.filter(({ station }) => shown.includes(station));
  const throughGlass = (volume: Volume) => volumeHit(ray, volume, staging, staging.volumes[volume.id].solid);
  const tiles = staging.tiles.map((tile): Hit | null => {
    const distance =
      tile.target && tile.opacity > 0 && shown.includes(tile.station)
        ? boxDistance(ray, boxAround(tile.centre, tile.size))
        : null;
    return distance === null ? null : { distance, target: tile.target! };
  });
  const nearest =
    nearestOf([...volumes.map(throughGlass), ...tiles]) ??
    nearestOf(volumes.map((volume) => volumeHit(ray, volume, staging, null)));
  return nearest?.target ?? null;
}

function nearestOf(hits: readonly (Hit | null)[]): Hit | null {
  let nearest: Hit | null = null;
  for (const hit of hits) if (hit && (!nearest || hit.distance < nearest.distance)) nearest = hit;
  return nearest;
}

function volumeHit(ray: Ray, { id, stage }: Volume, staging: Staging, solid: Comb | null): Hit | null {
  const { lattice } = staging.volumes[id];
  const hit = latticeCell(ray, lattice, solid);
  if (!hit) return null;
  const { tensor } = lattice;
  return { distance: hit.distance, target: { stage, tensor, index: indexAt(lattice, hit.place) } };
}

/** The first cell on a ray that is in the comb; without one, of all cells. */
export function latticeCell(
  ray: Ray,
  lattice: Lattice,
  solid: Comb | null = null,
): { distance: number; place: Places } | null {
  let nearest: { distance: number; place: Places } | null = null;
  const [columns, rows, depth, copies] = lattice.counts;
  for (let copy = 0; copy < copies; copy++) {
    for (let channel = 0; channel < depth; channel++) {
      const ends = [
        cellCentre(lattice, [0, 0, channel, copy]),
        cellCentre(lattice, [columns - 1, rows - 1, channel, copy]),
      ];
      const away = boxDistance(ray, unite(ends.map((end) => boxAround(end, lattice.cell))));
      if (away === null || (nearest && away >= nearest.distance)) continue;
      const hit = sheetCell(ray, lattice, channel, copy, solid);
      if (hit && (!nearest || hit.distance < nearest.distance)) nearest = hit;
    }
  }
  return nearest;
}

/**
 * The first cell of one channel. A ray enters a box through one of the faces turned to it; on each axis those faces lie
 * in as many planes as there are cells, and in a plane the cell is a division away.
 */
function sheetCell(
  { origin, direction }: Ray,
  lattice: Lattice,
  channel: number,
  copy: number,
  solid: Comb | null,
): { distance: number; place: Places } | null {
  const { counts, pitch, cell } = lattice;
  const first = cellCentre(lattice, [0, 0, channel, copy]);
  const steps = [pitch[0], -pitch[1]] as const;
  let nearest: { distance: number; place: Places } | null = null;
  for (let axis = 0; axis < 3; axis++) {
    if (direction[axis] === 0) continue;
    for (let plane = 0; plane < (axis < 2 ? counts[axis] : 1); plane++) {
      const middle = first[axis] + (axis < 2 ? plane * steps[axis] : 0);
      const face = middle - (Math.sign(direction[axis]) * cell[axis]) / 2;
      const distance = (face - origin[axis]) / direction[axis];
      if (distance <= 0 || (nearest && distance >= nearest.distance)) continue;
      const place = cellAtPoint(distance, axis, plane);
      if (place && (!solid || holds(solid, place))) nearest = { distance, place };
    }
  }
  return nearest;

  function cellAtPoint(distance: number, axis: number, plane: number): Places | null {
    const point = [0, 1, 2].map((other) => origin[other] + direction[other] * distance - first[other]);
    if (axis !== 2 && Math.abs(point[2]) > cell[2] / 2) return null;
    const place = [0, 0];
    for (const other of [0, 1]) {
      const along = point[other] / steps[other];
      place[other] = other === axis ? plane : Math.round(along) + 0;
      if (other === axis) continue;
      const inCell = Math.abs(along - place[other]) * Math.abs(steps[other]) <= cell[other] / 2;
      if (!inCell || place[other] < 0 || place[other] >= counts[other]) return null;
    }
    return [place[0], place[1], channel, copy];
  }
}

/** Distance along the ray to a box, in lengths of its direction; null where it misses. */
export function boxDistance({ origin, direction }: Ray, { min, max }: Box): number | null {
  let near = -Infinity;
  let far = Infinity;
  for (let axis = 0; axis < 3; axis++) {
    const a = (min[axis] - origin[axis]) / direction[axis];
    const b = (max[axis] - origin[axis]) / direction[axis];
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near <= far && far > 0 ? Math.max(near, 0) : null;
}

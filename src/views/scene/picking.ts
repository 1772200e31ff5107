/** What a ray meets, by arithmetic: the meshes have no vertices that could be asked. */
import type { Ray } from './camera.js';
import { cellCentre, type Lattice, type Places } from './layout/lattice.js';
import type { SceneLayout } from './layout/layout.js';
import { weightAt } from './layout/rack.js';
import { boxAround, type Box, type Vector } from './layout/space.js';
import { stations, type Staging, type Station, type Target } from './staging.js';

interface Hit {
  readonly distance: number;
  readonly target: Target;
}

/**
 * The nearest cell or tile under the ray; glass is looked through.
 *
 * @param shown the stations that are in the picture
 */
export function pickTarget(
  ray: Ray,
  layout: SceneLayout,
  staging: Staging,
  shown: readonly Station[] = stations,
): Target | null {
  const volume = (tensor: 'input' | 'output') =>
    latticeHit(ray, layout[tensor], staging[tensor].glassBefore, (place) =>
      volumeTarget(layout, tensor, place),
    );
  const hits = [
    shown.includes('input') ? volume('input') : null,
    shown.includes('output') ? volume('output') : null,
    shown.includes('rack')
      ? latticeHit(ray, layout.rack.lattice, 0, (place) => weightTarget(layout, place))
      : null,
    ...staging.tiles.map((tile): Hit | null => {
      const distance =
        tile.target && tile.opacity > 0 && shown.includes(tile.station)
          ? boxDistance(ray, boxAround(tile.centre, tile.size))
          : null;
      return distance === null ? null : { distance, target: tile.target! };
    }),
  ];
  let nearest: Hit | null = null;
  for (const hit of hits) if (hit && (!nearest || hit.distance < nearest.distance)) nearest = hit;
  return nearest?.target ?? null;
}

function volumeTarget(
  { input, output }: SceneLayout,
  tensor: 'input' | 'output',
  [column, row, depth]: Places,
): Target {
  const { base, counts } = tensor === 'input' ? input : output;
  return { tensor, index: [base / (counts[0] * counts[1] * counts[2]), row, column, depth] };
}

function weightTarget({ rack, stage }: SceneLayout, place: Places): Target {
  return { tensor: 'weights', index: weightAt(stage, rack.first, place) };
}

function latticeHit(
  ray: Ray,
  lattice: Lattice,
  glassBefore: number,
  target: (place: Places) => Target,
): Hit | null {
  let nearest: { distance: number; place: Places } | null = null;
  for (let copy = 0; copy < lattice.counts[3]; copy++) {
    const hit = latticeCell(ray, lattice, copy, glassBefore);
    if (hit && (!nearest || hit.distance < nearest.distance)) nearest = hit;
  }
  return nearest && { distance: nearest.distance, target: target(nearest.place) };
}

/**
 * The first cell on a ray. A ray enters a box through one of the faces turned to it; on each axis those faces lie in as
 * many planes as there are cells, and in a plane the cell is a division away.
 */
export function latticeCell(
  { origin, direction }: Ray,
  lattice: Lattice,
  copy: number,
  glassBefore = 0,
): { distance: number; place: Places } | null {
  const { counts, pitch, cell } = lattice;
  const first = cellCentre(lattice, [0, 0, 0, copy]);
  const steps: Vector = [pitch[0], -pitch[1], -pitch[2]];
  let nearest: { distance: number; place: Places } | null = null;
  for (let axis = 0; axis < 3; axis++) {
    if (direction[axis] === 0) continue;
    for (let plane = 0; plane < counts[axis]; plane++) {
      const face = first[axis] + plane * steps[axis] - (Math.sign(direction[axis]) * cell[axis]) / 2;
      const distance = (face - origin[axis]) / direction[axis];
      if (distance <= 0 || (nearest && distance >= nearest.distance)) continue;
      const found = cellAtPoint(origin, direction, distance, axis, plane);
      if (found) nearest = { distance, place: found };
    }
  }
  return nearest;

  function cellAtPoint(
    from: Vector,
    towards: Vector,
    distance: number,
    axis: number,
    plane: number,
  ): Places | null {
    const place = [0, 0, 0];
    for (let other = 0; other < 3; other++) {
      const along = (from[other] + towards[other] * distance - first[other]) / steps[other];
      place[other] = other === axis ? plane : Math.round(along) + 0;
      if (other === axis) continue;
      const inCell = Math.abs(along - place[other]) * Math.abs(steps[other]) <= cell[other] / 2;
      if (!inCell || place[other] < 0 || place[other] >= counts[other]) return null;
    }
    return place[2] < glassBefore ? null : [place[0], place[1], place[2], copy];
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

/** Pegs on the rows and columns where windows start. */
import type { Stage } from '../../../math/types.js';
import { boxOfCells, type Lattice } from '../layout/lattice.js';
import type { Vector } from '../layout/space.js';
import { tapPlace } from '../layout/taps.js';
import type { Line } from '../staging.js';
import { line } from './lines.js';
import { isFinished, shown, type Scene } from './scene.js';

/** From the border of the input, padding included, in pitches. */
const peg = { from: 0.18, length: 0.36 };
const thickness = 0.16;
const waiting = 0.55;
/** Smaller cells than this, in cell units, have no room for a peg each. */
const smallestCell = 0.35;

/** Do windows start elsewhere than on every cell from the first one on? */
export function marksStarts(
  { op, stride, padding, dilation }: Stage,
  { pitch }: Pick<Lattice, 'pitch'>,
): boolean {
  if (op !== 'conv' || pitch[0] < smallestCell) return false;
  return [...stride, ...dilation].some((step) => step > 1) || padding.some((side) => side > 0);
}

/** That pegs take beyond the input's border. */
export function pegRoom({ pitch }: Pick<Lattice, 'pitch'>): number {
  return (peg.from + peg.length) * pitch[0];
}

/** @param sheet the channel beside which they stand */
export function pegLines(scene: Scene, input: Lattice, sheet = 0): Line[] {
  const { stage } = scene.view;
  if (!marksStarts(stage, input)) return [];
  const [top, , left] = stage.padding;
  const { min, max } = boxOfCells(input, [-left, -top, sheet, 0], [-left, -top, sheet, 0]);
  const unit = input.pitch[0];
  const [firstX, firstY] = [min[0] + (left + 0.5) * unit, max[1] - (top + 0.5) * unit];
  const z = input.origin[2] + sheet * input.depth[2];
  const inHand = shown(scene, 'place') > 0 && !isFinished(scene);
  const out = (share: number) => (peg.from + share * peg.length) * unit;
  const pegAt = (axis: 0 | 1, place: number): Line => {
    const active = inHand && scene.frame.cell[axis + 1] === place;
    const along = tapPlace(stage, axis, place, 0) * unit;
    const at = (share: number): Vector =>
      axis === 0 ? [min[0] - out(share), firstY - along, z] : [firstX + along, max[1] + out(share), z];
    const look = { station: 'input', tone: 'kernel', thickness: thickness * unit } as const;
    return line(at(1), at(0), { ...look, opacity: active ? 1 : waiting });
  };
  return ([0, 1] as const).flatMap((axis) =>
    Array.from({ length: stage.output[axis + 1] }, (_, place) => pegAt(axis, place)),
  );
}

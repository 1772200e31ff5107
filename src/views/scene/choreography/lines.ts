/** Boxes and rectangles as lines. */
import { cornersOf, type Box, type Vector } from '../layout/space.js';
import type { Line } from '../staging.js';

export const thin = 0.035;

export function line(from: Vector, to: Vector, look: Partial<Line>): Line {
  return {
    from,
    to,
    station: 'bench',
    thickness: thin,
    tone: 'line',
    opacity: 1,
    dash: 0,
    behind: 0,
    ...look,
  };
}

/** The twelve edges of a box. */
export function edges(box: Box, look: Partial<Line>): Line[] {
  const corners = cornersOf(box);
  const joined: Line[] = [];
  for (let corner = 0; corner < 8; corner++) {
    for (const bit of [1, 2, 4]) {
      if (!(corner & bit)) joined.push(line(corners[corner], corners[corner | bit], look));
    }
  }
  return joined;
}

export function rectangle({ min, max }: Box, z: number, look: Partial<Line>): Line[] {
  const at = (x: number, y: number): Vector => [x, y, z];
  const corners = [at(min[0], min[1]), at(max[0], min[1]), at(max[0], max[1]), at(min[0], max[1])];
  return corners.map((corner, i) => line(corner, corners[(i + 1) % 4], look));
}

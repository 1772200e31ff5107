/** Points and boxes of the stage, in cell units: x right, y up, z towards the viewer. */

export type Vector = readonly [x: number, y: number, z: number];

export interface Box {
  readonly min: Vector;
  readonly max: Vector;
}

export function boxAround(centre: Vector, size: Vector): Box {
  return {
    min: [centre[0] - size[0] / 2, centre[1] - size[1] / 2, centre[2] - size[2] / 2],
    max: [centre[0] + size[0] / 2, centre[1] + size[1] / 2, centre[2] + size[2] / 2],
  };
}

export function grow({ min, max }: Box, by: Vector): Box {
  return {
    min: [min[0] - by[0], min[1] - by[1], min[2] - by[2]],
    max: [max[0] + by[0], max[1] + by[1], max[2] + by[2]],
  };
}

export function unite(boxes: readonly Box[]): Box {
  const extreme = (pick: (...values: number[]) => number, side: 'min' | 'max', axis: number) =>
    pick(...boxes.map((box) => box[side][axis]));
  return {
    min: [extreme(Math.min, 'min', 0), extreme(Math.min, 'min', 1), extreme(Math.min, 'min', 2)],
    max: [extreme(Math.max, 'max', 0), extreme(Math.max, 'max', 1), extreme(Math.max, 'max', 2)],
  };
}

export function cornersOf({ min, max }: Box): Vector[] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((bits): Vector => [
    bits & 1 ? max[0] : min[0],
    bits & 2 ? max[1] : min[1],
    bits & 4 ? max[2] : min[2],
  ]);
}

export function centreOf({ min, max }: Box): Vector {
  return [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2];
}

export function mix(from: Vector, to: Vector, share: number): Vector {
  const other = 1 - share;
  return [from[0] * other + to[0] * share, from[1] * other + to[1] * share, from[2] * other + to[2] * share];
}

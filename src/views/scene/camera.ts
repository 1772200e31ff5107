/** The camera as plain numbers: where it looks from, what it fits in, what it projects. Angles are in radians. */
import type { Box, Vector } from './layout/space.js';
import { cornersOf } from './layout/space.js';

export interface View {
  /** To the right of the front, about the vertical. */
  readonly yaw: number;
  /** Above the horizontal. */
  readonly pitch: number;
  /** Height of the field of view. */
  readonly lens: number;
  readonly target: Vector;
  readonly distance: number;
}

/** Pixels of the part of a canvas that a view fills. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels that labels need on each side. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type Angles = Pick<View, 'yaw' | 'pitch' | 'lens'>;

export interface Ray {
  readonly origin: Vector;
  readonly direction: Vector;
}

export interface Projected {
  readonly x: number;
  readonly y: number;
  /** Pixels per cell unit at that depth. */
  readonly scale: number;
}

const radians = Math.PI / 180;
export const overviewAngles = { yaw: 24 * radians, pitch: 16 * radians, lens: 20 * radians };
/** So long a lens that nothing converges: the flat reading view without a second projection. */
export const flatAngles = { yaw: 0, pitch: 0, lens: 1 * radians };
export const benchAngles = { yaw: 10 * radians, pitch: 8 * radians, lens: 20 * radians };

export interface Basis {
  readonly right: Vector;
  readonly up: Vector;
  /** Towards the viewer. */
  readonly back: Vector;
}

export function basisOf({ yaw, pitch }: Pick<View, 'yaw' | 'pitch'>): Basis {
  const [sinYaw, cosYaw, sinPitch, cosPitch] = [
    Math.sin(yaw),
    Math.cos(yaw),
    Math.sin(pitch),
    Math.cos(pitch),
  ];
  return {
    right: [cosYaw, 0, -sinYaw],
    up: [-sinYaw * sinPitch, cosPitch, -cosYaw * sinPitch],
    back: [sinYaw * cosPitch, sinPitch, cosYaw * cosPitch],
  };
}

export function eyeOf(view: View): Vector {
  const { back } = basisOf(view);
  return along(view.target, back, view.distance);
}

/**
 * The nearest view from these angles in which all boxes lie inside the margins. Exact, perspective included: each side
 * is one inequality in the target and the distance.
 *
 * @param leastDistance do not come nearer than this
 */
export function fit(
  boxes: readonly Box[],
  angles: Angles,
  size: Size,
  margins: Margins,
  leastDistance = 0,
): View {
  const { right, up, back } = basisOf(angles);
  const half = Math.tan(angles.lens / 2);
  const slopes = (length: number, low: number, high: number) =>
    [low, high].map((margin) => half * Math.max(length - 2 * margin, 0.2 * length)) as [number, number];
  const points = boxes.flatMap(cornersOf);
  const along = (axis: Vector) => points.map((point) => [dot(point, axis), dot(point, back)] as const);
  const across = bracket(along(right), ...slopes(size.width, margins.left, margins.right), size.height);
  const upward = bracket(along(up), ...slopes(size.height, margins.bottom, margins.top), size.height);
  const distance = Math.max(across.distance, upward.distance, leastDistance);
  const [x, y] = [across.middle(distance), upward.middle(distance)];
  const target: Vector = [right[0] * x + up[0] * y, right[1] * x + up[1] * y, right[2] * x + up[2] * y];
  return { ...angles, target, distance };
}

/**
 * On one screen axis, for (offset, depth) pairs that have to stay within `low` below and `high` above the target, both
 * in half heights of the picture times its height in pixels: the least distance, and the middle of what the target may
 * be at a distance.
 */
function bracket(
  points: readonly (readonly [offset: number, depth: number])[],
  low: number,
  high: number,
  height: number,
): { readonly distance: number; middle(distance: number): number } {
  const [below, above] = [low / height, high / height];
  const most = Math.max(...points.map(([offset, depth]) => offset + depth * above));
  const least = Math.min(...points.map(([offset, depth]) => offset - depth * below));
  return {
    distance: (most - least) / (above + below),
    middle: (distance) => (most - above * distance + least + below * distance) / 2,
  };
}

export function project(view: View, point: Vector, size: Size): Projected {
  const { right, up, back } = basisOf(view);
  const relative: Vector = [point[0] - view.target[0], point[1] - view.target[1], point[2] - view.target[2]];
  const depth = view.distance - dot(relative, back);
  const scale = size.height / 2 / Math.tan(view.lens / 2) / depth;
  return {
    x: size.width / 2 + dot(relative, right) * scale,
    y: size.height / 2 - dot(relative, up) * scale,
    scale,
  };
}

/** From the eye through a pixel. */
export function rayAt(view: View, x: number, y: number, size: Size): Ray {
  const { right, up, back } = basisOf(view);
  const unit = Math.tan(view.lens / 2) / (size.height / 2);
  const [a, b] = [(x - size.width / 2) * unit, (size.height / 2 - y) * unit];
  const direction = [0, 1, 2].map((axis) => right[axis] * a + up[axis] * b - back[axis]) as unknown as Vector;
  return { origin: eyeOf(view), direction };
}

/** Between two views: angles and target evenly, the distance evenly in what it shows, so that lenses can change too. */
export function between(from: View, to: View, share: number): View {
  const even = (a: number, b: number) => a + (b - a) * share;
  const lens = Math.exp(even(Math.log(from.lens), Math.log(to.lens)));
  const seen = (view: View) => view.distance * Math.tan(view.lens / 2);
  const height = Math.exp(even(Math.log(seen(from)), Math.log(seen(to))));
  return {
    yaw: even(from.yaw, to.yaw),
    pitch: even(from.pitch, to.pitch),
    lens,
    target: [0, 1, 2].map((axis) => even(from.target[axis], to.target[axis])) as unknown as Vector,
    distance: height / Math.tan(lens / 2),
  };
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function along(from: Vector, direction: Vector, length: number): Vector {
  return [from[0] + direction[0] * length, from[1] + direction[1] * length, from[2] + direction[2] * length];
}

/** All networks by multiply-adds and parameters, on logarithmic axes; an accuracy only where a source was checked. */
import { scaleLog } from 'd3';
import { recipes, totals, understand, type Published, type Recipe } from '../../networks/index.js';
import type { KnobSettings } from './knobs.js';

/** A network at some setting of its knobs. */
export interface NetworkPoint {
  readonly id: string;
  /** Knobs that are not at their usual setting. */
  readonly settings: KnobSettings;
  readonly params: number;
  readonly macs: number;
  readonly published: Published | null;
}

let known: readonly NetworkPoint[] | null = null;

/** Every network as published, and at the other settings whose accuracy is known. Made once. */
export function networkPoints(): readonly NetworkPoint[] {
  known ??= recipes.flatMap((recipe) => {
    const own = recipe.published.find(({ at }) => at === undefined) ?? null;
    const others = recipe.published.filter(({ at }) => at !== undefined);
    return [pointOf(recipe, {}, own), ...others.map((each) => pointOf(recipe, each.at ?? {}, each))];
  });
  return known;
}

function pointOf(recipe: Recipe, settings: KnobSettings, published: Published | null): NetworkPoint {
  const { params, macs } = totals(understand(recipe.build(settings)).rows);
  return { id: recipe.id, settings, params, macs, published };
}

export interface Axis {
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
}

export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
}

/** A place for a point's text. */
export interface PlacedLabel extends PlacedPoint {
  readonly anchor: 'start' | 'end';
}

export interface ScatterLayout {
  readonly points: readonly PlacedPoint[];
  /** Null for a point without text, or without room for it. */
  readonly labels: readonly (PlacedLabel | null)[];
  readonly across: Axis;
  readonly up: Axis;
}

/** Room for the numbers at the axes, in lines of text. */
const margins = { left: 3.4, right: 1, top: 0.8, bottom: 1.8 };

/**
 * @param line height of a line of text, in pixels
 * @param widthOf how wide a point's text is, in pixels; 0 for none
 * @param first the point whose text has the first choice; −1 for none
 */
export function layOutScatter(
  points: readonly Pick<NetworkPoint, 'params' | 'macs'>[],
  [width, height]: readonly [number, number],
  line: number,
  widthOf: (index: number) => number,
  first = -1,
): ScatterLayout {
  const x = scaleLog(decades(points.map(({ macs }) => macs)), [
    line * margins.left,
    width - line * margins.right,
  ]);
  const y = scaleLog(decades(points.map(({ params }) => params)), [
    height - line * margins.bottom,
    line * margins.top,
  ]);
  const placed = points.map(({ macs, params }) => ({ x: x(macs), y: y(params) }));
  const axisOf = (scale: typeof x): Axis => ({
    ticks: scale
      .ticks()
      .filter((value) => Number.isInteger(Math.log10(value)))
      .map((value) => ({ value, at: scale(value) })),
  });
  return {
    points: placed,
    labels: labelsOf(placed, [width, height], line, widthOf, first),
    across: axisOf(x),
    up: axisOf(y),
  };
}

/** Half a power of ten beyond the least and the largest. */
function decades(values: readonly number[]): [number, number] {
  const logs = values.filter((value) => value > 0).map(Math.log10);
  return [10 ** (Math.min(...logs) - 0.25), 10 ** (Math.max(...logs) + 0.25)];
}

interface Rectangle {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** Right or left of each point, above or below it, at the first place where it covers neither a point nor another text. */
function labelsOf(
  points: readonly PlacedPoint[],
  [width, height]: readonly [number, number],
  line: number,
  widthOf: (index: number) => number,
  first: number,
): readonly (PlacedLabel | null)[] {
  const dot = 0.3 * line;
  const taken = points.map(({ x, y }): Rectangle => ({
    from: x - dot,
    to: x + dot,
    top: y - dot,
    bottom: y + dot,
  }));
  const labels = points.map((): PlacedLabel | null => null);
  const order = [...points.keys()].sort((one, other) => Number(other === first) - Number(one === first));
  for (const index of order) {
    const room = widthOf(index);
    if (room === 0) continue;
    for (const place of placesAround(points[index], line)) {
      const from = place.anchor === 'start' ? place.x : place.x - room;
      const box = { from, to: from + room, top: place.y - 0.38 * line, bottom: place.y + 0.38 * line };
      const isInside =
        box.from >= 0 && box.to <= width && box.top >= 0 && box.bottom <= height - margins.bottom * line;
      if (!isInside || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      labels[index] = place;
      break;
    }
  }
  return labels;
}

function placesAround({ x, y }: PlacedPoint, line: number): readonly PlacedLabel[] {
  const steps = [0, -0.5, 0.5, -0.9, 0.9, -1.4, 1.4, -2, 2, -2.7, 2.7, -3.5, 3.5];
  return steps.flatMap((step) =>
    ([1, -1] as const).map((side): PlacedLabel => ({
      x: x + side * line * (Math.abs(step) < 0.9 ? 0.5 : 0.25),
      y: y + step * line,
      anchor: side === 1 ? 'start' : 'end',
    })),
  );
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return one.from < other.to && one.to > other.from && one.top < other.bottom && one.bottom > other.top;
}

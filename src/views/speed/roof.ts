/** A roofline on logarithmic axes: this device's ceilings, and the layers below them. Pure; CSS pixels. */
import { scaleLog, type ScaleLogarithmic } from 'd3';
import { counted } from '../../speed/counted.js';
import { ratesAt } from '../../speed/diagnosis.js';
import type { Processor, Report, Side, Way } from '../../speed/types.js';
import type { Say } from '../say.js';
import { fullNameOf } from './names.js';
import { amountText, bytesText, ratioText } from './units.js';

export interface RoofPoint {
  readonly layer: number;
  readonly way: Way;
  readonly side: Side;
  /** Another device's. */
  readonly isThere: boolean;
  readonly x: number;
  readonly y: number;
  readonly title: string;
}

export interface RoofLine {
  readonly processor: Processor;
  readonly isThere: boolean;
  /** From the foot of the slope over the ridge to the end of the flat part. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly flat: string;
  /** Where the flat part is named: above it, or above a roof that is close above it. */
  readonly flatY: number;
  /** '' where the slope is too short for it; it then stands behind the name of the flat part. */
  readonly slope: string;
}

/** What lies below the first roof: there a layer waits for memory, or for arithmetic. */
export interface RoofArea {
  readonly bound: 'memory' | 'compute';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly name: string;
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface Roof {
  readonly width: number;
  readonly height: number;
  readonly inner: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly lines: readonly RoofLine[];
  readonly areas: readonly RoofArea[];
  readonly points: readonly RoofPoint[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

interface Place {
  readonly layer: number;
  readonly way: number;
  readonly intensity: number;
  readonly rate: number;
}

/** Pixels from a line to its name, and of the name itself. */
const aboveLine = 7;
const lineHeight = 15;
/** A name between roofs that are closer would stand over the upper one. */
const closeRoofs = 20;
/** Of a letter of a name along the slope. */
const letterWidth = 6.5;
/** Room for the names of the areas below the lowest layer. */
const footHeight = 24;

/** From the least to the most of an axis; a shorter one has numbers within its decades. */
const shortAxis = 1000;

const processors = ['gpu', 'javascript'] as const;

export function layOutRoof(
  report: Report,
  { there, width }: { readonly there: Report | null; readonly width: number },
  say: Say,
): Roof {
  const height = Math.round(Math.min(Math.max(0.55 * width, 300), 560));
  const inner = { left: 52, right: width - 12, top: 40, bottom: height - 46 };
  const reports = there ? [there, report] : [report];
  const all = reports.map(placesOf);
  const intensities = all.flat().map(({ intensity }) => intensity);
  const rates = all.flat().map(({ rate }) => rate);
  const peaks = reports.flatMap((each) => shownCeilings(each).map(([, ceilings]) => ceilings.multiplyAdds));
  const ridges = reports.flatMap((each) =>
    shownCeilings(each).map(([, ceilings]) => ceilings.multiplyAdds / ceilings.bytes),
  );
  const x = axis([...intensities, ...ridges], [inner.left, inner.right], 2);
  const y = axis([...rates, ...peaks], [inner.bottom, inner.top], 1.6, footHeight);
  const lines = reports.flatMap((each) => linesOf(each, { x, y, isThere: each !== report }, say));
  return {
    ...{ width, height, inner },
    lines: apart(lines),
    areas: areasOf(lines, inner, say),
    points: reports.flatMap((each, place) =>
      all[place].map((found) => pointOf(each, found, { x, y, isThere: each !== report }, say)),
    ),
    xTicks: ticksOf(x, ratioText),
    yTicks: ticksOf(y, amountText),
  };
}

interface Axes {
  readonly x: ScaleLogarithmic<number, number>;
  readonly y: ScaleLogarithmic<number, number>;
  readonly isThere: boolean;
}

function placesOf(report: Report): readonly Place[] {
  return report.set.layers.flatMap(({ plan }, layer) =>
    report.ways.flatMap((_, way): Place[] => {
      const rates = ratesAt(report, layer, way);
      return rates ? [{ layer, way, intensity: counted(plan).intensity, rate: rates.multiplyAdds }] : [];
    }),
  );
}

/** Ceilings of the processors that a way of the report runs on. */
function shownCeilings({ ways, ceilings }: Report) {
  return processors.flatMap((processor) => {
    const found = ceilings[processor];
    const isUsed = ways.some((way) => (way === 'javascript') === (processor === 'javascript'));
    return found && isUsed ? [[processor, found] as const] : [];
  });
}

/** A logarithmic scale over all values and some room. @param foot pixels at the start of the range that stay free besides */
function axis(
  values: readonly number[],
  [start, end]: readonly [number, number],
  room: number,
  foot = 0,
): ScaleLogarithmic<number, number> {
  const [least, most] = values.length === 0 ? [1, 10] : [Math.min(...values), Math.max(...values)];
  const span = (most * room) / (least / room);
  const below = span ** (foot / (Math.abs(end - start) - foot));
  return scaleLog([least / room / below, most * room], [start, end]);
}

function ticksOf(scale: ScaleLogarithmic<number, number>, print: (value: number) => string): readonly Tick[] {
  const [least, most] = scale.domain();
  const [first, last] = [least, most].map((value) => Math.floor(Math.log10(value)));
  const decades = Array.from({ length: last - first + 1 }, (_, place) => 10 ** (first + place));
  // An axis of a decade or two would hardly have a number without those between.
  const steps = most / least < shortAxis ? [1, 2, 5] : [1];
  return decades
    .flatMap((decade) => steps.map((step) => step * decade))
    .filter((value) => value >= least && value <= most)
    .map((value) => ({ at: scale(value), text: print(value) }));
}

function linesOf(report: Report, { x, y, isThere }: Axes, say: Say): readonly RoofLine[] {
  const [least, most] = x.domain();
  const floor = y.domain()[0];
  return shownCeilings(report).map(([processor, { multiplyAdds, bytes }]) => {
    const ridge = multiplyAdds / bytes;
    const foot = Math.max(least, floor / bytes);
    const slope: readonly (readonly [number, number])[] = [
      [x(foot), y(foot * bytes)],
      [x(ridge), y(multiplyAdds)],
      [x(Math.max(most, ridge)), y(multiplyAdds)],
    ];
    const flat = say(`speed.roofline.${processor}`, { rate: amountText(multiplyAdds) });
    const name = say('speed.roofline.memory', { rate: bytesText(bytes) });
    const length = Math.hypot(slope[1][0] - slope[0][0], slope[1][1] - slope[0][1]);
    const hasRoom = length > letterWidth * name.length;
    return {
      ...{ processor, isThere },
      points: slope,
      flatY: y(multiplyAdds) - aboveLine,
      flat: hasRoom ? flat : `${flat}, ${name}`,
      slope: hasRoom ? name : '',
    };
  });
}

/** Of two roofs that are close, the name of the lower one takes the place of the upper one's, which goes above it. */
function apart(lines: readonly RoofLine[]): readonly RoofLine[] {
  const named = lines.filter(({ isThere }) => !isThere).sort((one, other) => one.flatY - other.flatY);
  const [upper, lower] = named;
  if (named.length < 2 || lower.flatY - upper.flatY >= closeRoofs) return lines;
  const places = new Map([
    [upper, upper.flatY - lineHeight],
    [lower, upper.flatY],
  ]);
  return lines.map((each) => ({ ...each, flatY: places.get(each) ?? each.flatY }));
}

function areasOf(
  lines: readonly RoofLine[],
  { left, right, bottom }: Roof['inner'],
  say: Say,
): readonly RoofArea[] {
  const first = lines.find(({ isThere, processor }) => !isThere && processor === 'gpu');
  if (!first) return [];
  const [foot, ridge, end] = first.points;
  const within = Math.min(Math.max(ridge[0], left), right);
  return [
    {
      bound: 'memory',
      name: say('speed.bound.memory'),
      points: [foot, ridge, [within, bottom], [foot[0], bottom]],
    },
    {
      bound: 'compute',
      name: say('speed.bound.compute'),
      points: [ridge, end, [end[0], bottom], [within, bottom]],
    },
  ];
}

function pointOf(
  { set, ways }: Report,
  { layer, way, intensity, rate }: Place,
  axes: Axes,
  say: Say,
): RoofPoint {
  return {
    ...{ layer, way: ways[way], side: set.layers[layer].side, isThere: axes.isThere },
    x: axes.x(intensity),
    y: axes.y(rate),
    title: say('speed.roofline.point', {
      layer: fullNameOf(set, set.layers[layer], say),
      way: say(`speed.way.${ways[way]}`),
      rate: amountText(rate),
      intensity: ratioText(intensity),
    }),
  };
}

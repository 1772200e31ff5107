/** Built-in inputs, made by code at any size: small whole numbers, so that shown terms add up to the shown sum. */
import type { Tensor } from '../math/types.js';
import { areaMean } from './area-mean.js';
import { assertSizes, tensorFrom } from './fill.js';
import { glyphs, glyphSize, inkLevels } from './glyphs.js';
import { seededRandom } from './random.js';
import { coverage, shapes } from './shapes.js';

/** [height, width, channels] */
export type SampleShape = readonly [height: number, width: number, channels: number];

export interface Sample {
  readonly id: SampleId;
  readonly shape: SampleShape;
  /** Of that shape, whole numbers. */
  readonly tensor: Tensor;
}

/** Value of one cell, counted from 0. */
type Painter = (row: number, column: number, channel: number) => number;

interface Recipe {
  readonly shape: SampleShape;
  /** Called once a sample, so that costly preparation can be shared by the cells. */
  readonly painter: (shape: SampleShape, seed: number) => Painter;
}

/** Ink and light: pictures are 0…9. */
const brightest = 9;

const threeTextures: Painter[] = [
  wrapped(['01210', '13420', '24410', '12101', '00012']),
  wrapped(['01234']),
  wrapped(['4', '3', '2', '1', '0']),
];

const picture: SampleShape = [8, 8, 1];

const recipes = {
  'three-textures': { shape: [5, 5, 3], painter: () => textured },
  'four-textures': { shape: [5, 5, 4], painter: () => textured },
  'one-to-sixteen': { shape: [4, 4, 1], painter: counting },
  'one-to-thirty-six': { shape: [6, 6, 1], painter: counting },
  'one-to-forty-nine': { shape: [7, 7, 1], painter: counting },
  'one-two-three-five': { shape: [2, 2, 1], painter: () => wrapped(['12', '35']) },
  'powers-of-ten': { shape: [2, 2, 1], painter: () => (row, column) => 10 ** (2 * (row % 2) + (column % 2)) },
  'digit-0': digit(0),
  'digit-1': digit(1),
  'digit-2': digit(2),
  'digit-3': digit(3),
  'digit-4': digit(4),
  'digit-5': digit(5),
  'digit-6': digit(6),
  'digit-7': digit(7),
  'digit-8': digit(8),
  'digit-9': digit(9),
  square: figure('square'),
  disc: figure('disc'),
  triangle: figure('triangle'),
  cross: figure('cross'),
  'gradient-horizontal': gradient((_, x) => x),
  'gradient-vertical': gradient((y) => y),
  'gradient-diagonal': gradient((y, x) => (y + x) / 2),
  'gradient-radial': gradient((y, x) => 1 - Math.hypot(y - 0.5, x - 0.5) * Math.SQRT2),
  checkerboard: { shape: picture, painter: () => (row, column, channel) => (row + column + channel) % 2 },
  stripes: { shape: picture, painter: () => (_, column, channel) => (column + channel) % 2 },
  impulse: {
    shape: [7, 7, 1],
    painter: ([height, width]) => {
      const isCentre = (index: number, size: number): boolean => index === Math.floor((size - 1) / 2);
      return (row, column) => (isCentre(row, height) && isCentre(column, width) ? 1 : 0);
    },
  },
  random: {
    shape: [5, 5, 3],
    painter: (_, seed) => {
      const random = seededRandom(seed);
      return () => Math.floor(random() * (brightest + 1));
    },
  },
} as const satisfies Record<string, Recipe>;

export type SampleId = keyof typeof recipes;

/** In the order in which a menu shows them. */
export const sampleIds = Object.keys(recipes) as readonly SampleId[];

export function isSampleId(text: string): text is SampleId {
  return Object.hasOwn(recipes, text);
}

/**
 * The same arguments always give the same numbers. Pictures in several channels: light, its reverse, light at half strength, its
 * reverse, and again; textures and counts differ from channel to channel by themselves.
 * @param shape another [H, W, C] than the sample's own
 * @param options seed: for 'random' only
 * @throws RangeError for a size that is not a whole number of 1 or more
 */
export function sample(id: SampleId, shape?: SampleShape, { seed = 1 }: { seed?: number } = {}): Sample {
  const recipe: Recipe = recipes[id];
  const chosen = shape ?? recipe.shape;
  assertSizes(chosen, 'shape');
  const paint = recipe.painter(chosen, seed);
  return {
    id,
    shape: chosen,
    tensor: tensorFrom(chosen, ([row, column, channel]) => paint(row, column, channel)),
  };
}

/** A small table of digits, repeated without end in both directions. */
function wrapped(rows: readonly string[]): Painter {
  return (row, column) => {
    const line = rows[row % rows.length];
    return Number(line[column % line.length]);
  };
}

/** The three textures of the worked examples; further channels are slanted stripes, the fourth (row + column) mod 3. */
function textured(row: number, column: number, channel: number): number {
  if (channel < threeTextures.length) return threeTextures[channel](row, column, channel);
  return (row + (channel - 2) * column) % (3 + ((channel - 3) % 4));
}

/** A cell's value is its address, counted from 1, channel after channel. */
function counting([height, width]: SampleShape): Painter {
  return (row, column, channel) => 1 + column + width * (row + height * channel);
}

function digit(value: number): Recipe {
  const ink = glyphs[value].flatMap((line) => [...line].map((character) => inkLevels[character]));
  return {
    shape: picture,
    painter: ([height, width]) => {
      const scaled = areaMean(ink, [glyphSize, glyphSize, 1], [height, width]);
      return lit((row, column) => scaled[row * width + column]);
    },
  };
}

function figure(name: keyof typeof shapes): Recipe {
  return {
    shape: picture,
    painter: ([height, width]) =>
      lit((row, column) => brightest * coverage(shapes[name], row, column, height, width)),
  };
}

/** `light` maps row and column, both 0…1 from the first to the last cell, to 0…1. */
function gradient(light: (y: number, x: number) => number): Recipe {
  const part = (index: number, size: number): number => (size === 1 ? 0.5 : index / (size - 1));
  return {
    shape: picture,
    painter: ([height, width]) =>
      lit((row, column) => brightest * light(part(row, height), part(column, width))),
  };
}

/** Gives every channel of a picture its own look, rounded to whole numbers. */
function lit(light: (row: number, column: number) => number): Painter {
  return (row, column, channel) => {
    const strength = Math.floor(channel / 2) % 2 === 0 ? 1 : 0.5;
    const value = Math.round(light(row, column) * strength);
    return channel % 2 === 0 ? value : Math.round(brightest * strength) - value;
  };
}

/** Pictures in colour that exist at any size: a landscape, and a chart of patterns that filters answer to. */

import type { Tensor } from '../math/types.js';
import { tensorFrom } from './fill.js';

/** Red, green and blue, 0…255. */
type Rgb = readonly [red: number, green: number, blue: number];

/** The colour at a point; both 0…1, x to the right and y down. */
type Scenery = (x: number, y: number) => Rgb;

/** Sky, sun, mountains with snow, a ploughed field, a brick house and a tree. */
const landscape: Scenery = (x, y) => house(x, y) ?? tree(x, y) ?? (y > horizon ? field(x, y) : sky(x, y));

/** Rings that grow finer outwards, bars that grow finer to the right, steps and a ramp of grey, discs of light. */
const testChart: Scenery = (x, y) => {
  const [u, v] = [(x * 2) % 1, (y * 2) % 1];
  if (y < 0.5) return x < 0.5 ? rings(u, v) : greys(u, v);
  return x < 0.5 ? bars(u, v) : lights(u, v);
};

const horizon = 0.66;

function sky(x: number, y: number): Rgb {
  const near = 0.47 + 0.16 * Math.abs(((x * 2.3 + 0.35) % 1) - 0.5) + 0.012 * Math.sin(x * 61);
  const far = 0.44 + 0.05 * Math.sin(x * 7 + 1) + 0.015 * Math.sin(x * 29);
  if (y > near) {
    const isSnow = y < near + 0.035 + 0.012 * Math.sin(x * 140) && near < 0.535;
    const isLit = Math.floor(x * 2.3 * 2 + 0.7) % 2 === 0;
    return isSnow ? [246, 248, 250] : isLit ? [118, 116, 122] : [84, 86, 98];
  }
  if (y > far) return mix([138, 158, 182], [176, 190, 202], (y - far) * 6);
  if (Math.hypot(x - 0.76, y - 0.2) < 0.075) return [255, 228, 142];
  const cloud =
    Math.hypot((x - 0.3) / 0.16, (y - 0.17) / 0.05) < 1 ||
    Math.hypot((x - 0.38) / 0.1, (y - 0.14) / 0.06) < 1;
  return cloud ? [250, 251, 253] : mix([66, 126, 200], [222, 234, 240], y / 0.6);
}

/** Furrows that meet at a point behind the horizon. */
function field(x: number, y: number): Rgb {
  const depth = y - horizon + 0.06;
  const furrow = Math.sin(((x - 0.62) / depth) * 9) > 0;
  const light = mix([122, 160, 72], [78, 116, 48], depth * 2);
  const grain = 22 * (noise(x * 230, y * 230) - 0.5);
  return shaded(furrow ? light : mix(light, [92, 74, 46], 0.75), grain);
}

function house(x: number, y: number): Rgb | null {
  const [left, right, eaves, ground] = [0.12, 0.4, 0.55, 0.8];
  const middle = (left + right) / 2;
  const isRoof = y > 0.38 && y <= eaves && Math.abs(x - middle) < ((y - 0.38) / (eaves - 0.38)) * 0.175;
  if (isRoof) return Math.floor(y * 90) % 2 === 0 ? [166, 62, 48] : [142, 48, 38];
  if (x < left || x > right || y <= eaves || y > ground) return null;
  if (Math.abs(x - middle) < 0.028 && y > 0.67) return [72, 50, 40];
  const pane = Math.min(Math.abs(x - 0.175), Math.abs(x - 0.345));
  if (pane < 0.028 && Math.abs(y - 0.635) < 0.035) {
    return pane < 0.003 || Math.abs(y - 0.635) < 0.003 ? [240, 238, 230] : [48, 66, 92];
  }
  const course = Math.floor(y * 75);
  const isJoint = (y * 75) % 1 < 0.16 || (x * 40 + (course % 2) / 2) % 1 < 0.09;
  return isJoint
    ? [226, 214, 196]
    : shaded([196, 132, 96], 26 * (noise(x * 40 + (course % 2) / 2, course) - 0.5));
}

function tree(x: number, y: number): Rgb | null {
  const crown = Math.hypot((x - 0.8) / 0.13, (y - 0.5) / 0.17);
  const rough = crown + 0.1 * noise(x * 45, y * 45) + 0.12 * noise(x * 120, y * 120);
  if (rough < 1.05)
    return shaded(mix([58, 122, 60], [26, 66, 40], crown), 46 * (noise(x * 150, y * 150) - 0.5));
  return Math.abs(x - 0.8) < 0.016 && y > 0.6 && y < 0.86 ? [96, 68, 46] : null;
}

function rings(u: number, v: number): Rgb {
  const radius = (u - 0.5) ** 2 + (v - 0.5) ** 2;
  return grey(127.5 + 127.5 * Math.cos(radius * 230));
}

function bars(u: number, v: number): Rgb {
  const phase = 6 * 9 ** u;
  return grey(Math.floor(v < 0.7 ? phase : v * 40) % 2 === 0 ? 235 : 25);
}

function greys(u: number, v: number): Rgb {
  if (v < 0.45) return grey(Math.floor(u * 8) * (255 / 7));
  if (v < 0.7) return grey(255 * u);
  return grey(128 + 110 * Math.sign(Math.sin(u * 60) * Math.sin(v * 60)) * u);
}

function lights(u: number, v: number): Rgb {
  const lit = (x: number, y: number): number => (Math.hypot(u - x, v - y) < 0.27 ? 235 : 30);
  return [lit(0.5, 0.34), lit(0.36, 0.6), lit(0.64, 0.6)];
}

function grey(value: number): Rgb {
  return [value, value, value];
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = Math.min(Math.max(share, 0), 1);
  const at = (i: 0 | 1 | 2): number => from[i] + (to[i] - from[i]) * part;
  return [at(0), at(1), at(2)];
}

function shaded([red, green, blue]: Rgb, by: number): Rgb {
  return [red + by, green + by, blue + by];
}

/** 0…1, the same for the same cell of a grid of unit squares. */
function noise(x: number, y: number): number {
  let bits = Math.imul(Math.floor(x), 0x27d4eb2d) ^ Math.imul(Math.floor(y), 0x165667b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  return ((bits ^ (bits >>> 13)) >>> 0) / 2 ** 32;
}

const sceneries = { landscape, 'test-chart': testChart } as const;

export type SceneName = keyof typeof sceneries;

export const sceneNames = Object.keys(sceneries) as readonly SceneName[];

export function isSceneName(text: string): text is SceneName {
  return Object.hasOwn(sceneries, text);
}

/** Sample points along each side of a pixel. */
const subdivisions = 2;

/**
 * A picture of whole numbers 0…255, as files hold them; the same each time.
 * @param shape [height, width, channels]: red, green and blue, or their luma where there is one channel
 */
export function scene(
  name: SceneName,
  shape: readonly [height: number, width: number, channels: 1 | 3],
): Tensor {
  const [height, width, channels] = shape;
  const scenery = sceneries[name];
  const sums = new Float64Array(3);
  const look = (row: number, column: number): void => {
    sums.fill(0);
    for (let point = 0; point < subdivisions ** 2; point++) {
      const x = (column + ((point % subdivisions) + 0.5) / subdivisions) / width;
      const y = (row + (Math.floor(point / subdivisions) + 0.5) / subdivisions) / height;
      scenery(x, y).forEach((value, i) => (sums[i] += Math.min(Math.max(value, 0), 255)));
    }
  };
  return tensorFrom(shape, ([row, column, channel]) => {
    // A pixel's channels follow one another: it is looked at once.
    if (channel === 0) look(row, column);
    const [red, green, blue] = sums;
    const sum = channels === 1 ? 0.299 * red + 0.587 * green + 0.114 * blue : sums[channel];
    return Math.round(sum / subdivisions ** 2);
  });
}

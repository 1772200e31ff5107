/** The signs of `glyphs` as a signed-distance texture: crisp at any size, drawn once from the page's own sans-serif. */
import { glyphs } from '../glyphs.js';

/** Atlas of 8 × 4 signs. */
const columns = 8;
const rows = 4;
const side = 80;
/** A cell of the atlas is 1.2 em wide and tall. */
const em = side / 1.2;
/** Height of a digit, in em: digits stand centred. */
const digitHeight = 0.72;
/** Distance, in em, that the texture's 0 … 1 spans. */
const distanceSpan = 0.5;
const font = `500 ${em}px system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif`;

export interface GlyphAtlas {
  readonly width: number;
  readonly height: number;
  /** One byte a texel, top row first: 0.5 on the outline, more inside. */
  readonly texels: Uint8Array<ArrayBuffer>;
  /** Width of each sign, in em; 0 for the blank. */
  readonly advances: Float32Array;
}

export function drawAtlas(): GlyphAtlas {
  const [width, height] = [columns * side, rows * side];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.font = font;
  context.textAlign = 'center';
  const advances = new Float32Array(columns * rows);
  Array.from(glyphs).forEach((sign, code) => {
    if (code === 0) return;
    const x = ((code % columns) + 0.5) * side;
    const y = (Math.floor(code / columns) + 0.5) * side;
    context.fillText(sign, x, y + (digitHeight / 2) * em);
    advances[code] = context.measureText(sign).width / em;
  });
  const { data } = context.getImageData(0, 0, width, height);
  const coverage = Float32Array.from({ length: width * height }, (_, i) => data[i * 4 + 3] / 255);
  return { width, height, texels: distances(coverage, width, height), advances };
}

const far = 1e6;

/** Distance to the outline from coverage, by two exact transforms: to the ink, and to the paper. */
function distances(coverage: Float32Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const toInk = coverage.map((share) =>
    share >= 0.999 ? 0 : share <= 0.001 ? far : Math.max(0, 0.5 - share) ** 2,
  );
  const toPaper = coverage.map((share) =>
    share >= 0.999 ? far : share <= 0.001 ? 0 : Math.max(0, share - 0.5) ** 2,
  );
  transform(toInk, width, height);
  transform(toPaper, width, height);
  return Uint8Array.from(toInk, (outside, i) => {
    const inEm = (Math.sqrt(toPaper[i]) - Math.sqrt(outside)) / em;
    return Math.min(Math.max(Math.round((0.5 + inEm / distanceSpan) * 255), 0), 255);
  });
}

/** Squared Euclidean distance transform in place: lower envelopes of parabolas, columns then rows. */
function transform(grid: Float32Array, width: number, height: number): void {
  for (let x = 0; x < width; x++) transformLine(grid, x, width, height);
  for (let y = 0; y < height; y++) transformLine(grid, y * width, 1, width);
}

function transformLine(grid: Float32Array, start: number, step: number, length: number): void {
  const source = Float32Array.from({ length }, (_, i) => grid[start + i * step]);
  const vertices = new Int32Array(length);
  const borders = new Float32Array(length + 1);
  let last = 0;
  borders[0] = -Infinity;
  borders[1] = Infinity;
  const crossing = (a: number, b: number) => (source[b] + b * b - source[a] - a * a) / (2 * (b - a));
  for (let place = 1; place < length; place++) {
    let border = crossing(vertices[last], place);
    while (border <= borders[last]) border = crossing(vertices[--last], place);
    vertices[++last] = place;
    borders[last] = border;
    borders[last + 1] = Infinity;
  }
  for (let place = 0, which = 0; place < length; place++) {
    while (borders[which + 1] < place) which++;
    const vertex = vertices[which];
    grid[start + place * step] = source[vertex] + (place - vertex) ** 2;
  }
}

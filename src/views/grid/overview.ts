import type { ViewTheme } from '../theme.js';
import type { Frame4, Overview } from './types.js';

/** Longest side of the drawing buffer; a bigger map is sampled. */
const longestSide = 160;

const maps = new WeakMap<
  HTMLCanvasElement,
  { readonly overview: Overview; readonly map: HTMLCanvasElement }
>();

/** Draws a whole map small, with frames around the part shown as a table and around the window. */
export function drawOverview(canvas: HTMLCanvasElement, overview: Overview, theme: ViewTheme): void {
  const scale = longestSide / Math.max(overview.height, overview.width);
  canvas.width = Math.max(Math.round(overview.width * scale), 1);
  canvas.height = Math.max(Math.round(overview.height * scale), 1);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.imageSmoothingEnabled = false;
  context.drawImage(mapOf(canvas, overview), 0, 0, canvas.width, canvas.height);
  context.lineWidth = 2;
  strokeFrame(context, overview.shown, scale, theme.ink);
  if (overview.window) strokeFrame(context, overview.window, scale, theme.accent);
}

/** The map alone, one pixel a cell or a sample; kept until its numbers change, because it costs the most. */
function mapOf(canvas: HTMLCanvasElement, overview: Overview): HTMLCanvasElement {
  const kept = maps.get(canvas);
  if (kept?.overview.key === overview.key && kept.overview.data === overview.data) return kept.map;
  const map = kept?.map ?? canvas.ownerDocument.createElement('canvas');
  map.width = Math.min(overview.width, longestSide);
  map.height = Math.min(overview.height, longestSide);
  const context = map.getContext('2d');
  for (let y = 0; context && y < map.height; y++) {
    for (let x = 0; x < map.width; x++) {
      const row = Math.floor((y * overview.height) / map.height);
      const column = Math.floor((x * overview.width) / map.width);
      context.fillStyle = overview.colour(row, column) || 'transparent';
      context.fillRect(x, y, 1, 1);
    }
  }
  maps.set(canvas, { overview, map });
  return map;
}

function strokeFrame(
  context: CanvasRenderingContext2D,
  [row, column, height, width]: Frame4,
  scale: number,
  colour: string,
): void {
  context.strokeStyle = colour;
  context.strokeRect(
    column * scale + 1,
    row * scale + 1,
    Math.max(width * scale - 2, 2),
    Math.max(height * scale - 2, 2),
  );
}

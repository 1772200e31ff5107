/** Draws the part of a flow that is in sight on a canvas: a network of a thousand layers has too many boxes for SVG. */
import type { NetworkRow } from '../../networks/index.js';
import type { ViewTheme } from '../theme.js';
import type { Flow, FlowEdge, FlowNode } from './flow.js';
import { groupOf, type KindGroup } from './groups.js';
import { outputText, windowText } from './row-text.js';

/** Of a canvas in CSS pixels, and where it stands over the picture. */
export interface FlowView {
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture above the canvas. */
  readonly scrolled: number;
  /** Height of one rank. */
  readonly rank: number;
}

export interface FlowPaint {
  readonly flow: Flow;
  readonly rows: readonly NetworkRow[];
  readonly view: FlowView;
  /** Index of the chosen node; −1 for none. */
  readonly chosen: number;
  readonly theme: ViewTheme;
  readonly colours: Readonly<Record<KindGroup, string>>;
  readonly kindOf: (row: NetworkRow) => string;
  readonly font: string;
  readonly density: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Widest lane: a box with more room would be empty. Pixels. */
const widestLane = 260;
const gap = 8;
/** Of a rank; edges have the rest. */
const boxHeight = 0.62;

function lane({ left, right }: Flow, width: number): number {
  return Math.min((width - 2 * gap) / (left + right), widestLane);
}

function middle(flow: Flow, width: number): number {
  const side = lane(flow, width);
  return width / 2 + ((flow.left - flow.right) / 2) * side;
}

/** A node's box on the canvas. */
export function boxOf(node: FlowNode, flow: Flow, { width, scrolled, rank }: FlowView): Box {
  const side = lane(flow, width);
  const inside = Math.min(gap, side * 0.12);
  return {
    x: middle(flow, width) + (node.x - 0.5) * side + inside / 2,
    y: node.rank * rank - scrolled + (rank - boxHeight * rank) / 2,
    width: side - inside,
    height: rank * boxHeight,
  };
}

/** The node under a place of the canvas, or −1. */
export function nodeAt(flow: Flow, view: FlowView, x: number, y: number): number {
  return flow.nodes.findIndex((node) => {
    const box = boxOf(node, flow, view);
    return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  });
}

export function drawFlow(canvas: HTMLCanvasElement, paint: FlowPaint): void {
  const { flow, view, density } = paint;
  canvas.width = Math.round(view.width * density);
  canvas.height = Math.round(view.height * density);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(density, density);
  context.clearRect(0, 0, view.width, view.height);
  context.lineCap = 'round';
  const first = Math.floor(view.scrolled / view.rank) - 1;
  const last = Math.ceil((view.scrolled + view.height) / view.rank) + 1;
  for (const edge of flow.edges) {
    const [from, to] = [flow.nodes[edge.from].rank, flow.nodes[edge.to].rank];
    if (to >= first && from <= last) drawEdge(context, edge, paint);
  }
  context.textBaseline = 'middle';
  flow.nodes.forEach((node, index) => {
    if (node.rank >= first && node.rank <= last) drawNode(context, node, index === paint.chosen, paint);
  });
}

/** As thick as its tensor is deep. */
function drawEdge(context: CanvasRenderingContext2D, edge: FlowEdge, paint: FlowPaint): void {
  const { flow, rows, view, theme, chosen } = paint;
  const [from, to] = [flow.nodes[edge.from], flow.nodes[edge.to]];
  const [start, end] = [boxOf(from, flow, view), boxOf(to, flow, view)];
  const [x0, y0] = [start.x + start.width / 2, start.y + start.height];
  const [x1, y1] = [end.x + end.width / 2, end.y];
  const output = rows[from.rows[from.rows.length - 1]].output;
  const channels = output?.[output.length - 1] ?? 1;
  context.strokeStyle = edge.from === chosen || edge.to === chosen ? theme.accent : theme.muted;
  context.globalAlpha = edge.x === null ? 0.55 : 0.8;
  context.lineWidth = 1 + Math.log2(channels) / 3;
  context.beginPath();
  context.moveTo(x0, y0);
  if (edge.x === null) curve(context, [x0, y0], [x1, y1]);
  else {
    const x = middle(flow, view.width) + edge.x * lane(flow, view.width);
    const between = view.rank * (1 - boxHeight);
    const [top, bottom] = [y0 + between, y1 - between];
    curve(context, [x0, y0], [x, top]);
    context.lineTo(x, bottom);
    curve(context, [x, bottom], [x1, y1]);
  }
  context.stroke();
  context.globalAlpha = 1;
}

function curve(
  context: CanvasRenderingContext2D,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
): void {
  const half = (y0 + y1) / 2;
  context.bezierCurveTo(x0, half, x1, half, x1, y1);
}

function drawNode(
  context: CanvasRenderingContext2D,
  node: FlowNode,
  isChosen: boolean,
  paint: FlowPaint,
): void {
  const { flow, rows, view, theme, colours } = paint;
  const row = rows[node.rows[0]];
  const { x, y, width, height } = boxOf(node, flow, view);
  const colour = colours[groupOf(row)];
  context.beginPath();
  context.roundRect(x, y, width, height, 5);
  context.fillStyle = theme.background;
  context.fill();
  context.globalAlpha = 0.22;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
  context.save();
  context.clip();
  context.fillStyle = colour;
  context.fillRect(x, y, 5, height);
  drawLabel(context, node, { x: x + 5, y, width: width - 5, height }, paint);
  context.restore();
  context.strokeStyle = isChosen ? theme.accent : colour;
  context.lineWidth = isChosen ? 3 : 1;
  context.stroke();
}

/** Its name, window and shape where there is room, else what fits. */
function drawLabel(context: CanvasRenderingContext2D, node: FlowNode, box: Box, paint: FlowPaint): void {
  const { rows, theme, font, kindOf } = paint;
  const row = rows[node.rows[0]];
  const shape = outputText(row.output);
  const [pad, middle] = [7, box.y + box.height / 2 + 0.5];
  const room = box.width - 2 * pad;
  context.font = `${Math.min(box.height * 0.45, 13)}px ${font}`;
  const widthOf = (text: string): number => context.measureText(text).width;
  const beside = room - widthOf(shape) - 2 * pad;
  const titles = titlesOf(row, kindOf(row));
  const title = titles.find((text) => widthOf(text) <= beside);
  context.fillStyle = theme.ink;
  context.textAlign = 'left';
  const alone = titles.find((text) => widthOf(text) <= room) ?? titles[titles.length - 1];
  context.fillText(title ?? fitted(context, alone, room), box.x + pad, middle);
  if (title === undefined) return;
  context.fillStyle = theme.muted;
  context.textAlign = 'right';
  context.fillText(shape, box.x + box.width - pad, middle);
}

/** What a box may say, the longest first. */
function titlesOf(row: NetworkRow, kind: string): readonly string[] {
  const window = windowText(row);
  const name = `${row.name}  ${window}`.trim();
  if (window === '') return [name, kind];
  const channels = row.output?.[row.output.length - 1] ?? '';
  return row.layer ? [name, `${window} · ${channels}`, window] : [name, `${kind} ${window}`, window];
}

function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  for (let length = text.length - 1; length > 0; length--) {
    const cut = `${text.slice(0, length)}…`;
    if (context.measureText(cut).width <= room) return cut;
  }
  return '';
}

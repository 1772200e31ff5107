/** The steady state of all engines as a picture: bars for ours, a sign for each other, on a logarithmic scale. */
import {
  scaleBand,
  scaleLog,
  symbol,
  symbolCircle,
  symbolDiamond2,
  symbolTriangle,
  type SymbolType,
} from 'd3';
import { element, svgFile, text, textWidth } from '../../../src/views/svg.js';
import { engineRows, others, ours, type EngineRow } from './engine-numbers.js';
import { ratio } from './numbers.js';
import type { EngineSection } from './results.js';
import { titles } from './tables.js';

const width = 860;
const rowHeight = 22;
const legendSize = 12;
const margin = { top: 64, right: 56, bottom: 16, left: 120 };

const signs: Readonly<Record<(typeof others)[number], SymbolType>> = {
  'tfjs-wasm': symbolCircle,
  'onnx-wasm': symbolDiamond2,
  javascript: symbolTriangle,
};

/** Inks of both themes; a page that shows the file as a picture gives it the reader's. */
const style = `
:root { --paper: #fbfaf7; --ink: #1c1b19; --muted: #6a675f; --line: #d9d5cb; --ours: #3f6b8f; --tfjs-wasm: #b35a00; --onnx-wasm: #8b3f7a; --javascript: #6a675f }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171c; --ink: #f2f1ed; --muted: #9aa0aa; --line: #333a44; --ours: #7fb2dd; --tfjs-wasm: #e6b450; --onnx-wasm: #d58cc6; --javascript: #9aa0aa }
}
svg > rect:first-of-type { fill: var(--paper) }
text { fill: var(--ink); font-variant-numeric: tabular-nums }
.muted { fill: var(--muted) }
.grid { stroke: var(--line) }
.base { stroke: var(--ink) }
.ours { fill: var(--ours) }
path { stroke: var(--paper); stroke-width: 1.5; paint-order: stroke }
${others.map((engine) => `.${engine} { fill: var(--${engine}) }`).join('\n')}
`;

export function speedChart(section: EngineSection): string {
  const rows = engineRows(section);
  const height = margin.top + rows.length * rowHeight + margin.bottom;
  const values = rows.flatMap((row) => [ours, ...others].map((engine) => row.speed(engine).steady));
  const known = values.filter(Number.isFinite);
  const x = scaleLog()
    .domain([Math.min(0.5, ...known), Math.max(2, ...known)])
    .nice()
    .range([margin.left, width - margin.right]);
  const y = scaleBand(
    rows.map(({ layer }) => layer.id),
    [margin.top, height - margin.bottom],
  ).padding(0.3);
  const content = [
    element('style', {}, style),
    text('Speed in the steady state, times that of TensorFlow.js on WebGL', {
      x: 16,
      y: 24,
      'font-weight': 600,
    }),
    legend(),
    axis(x, height),
    ...rows.map((row) => line(row, x, y)),
  ];
  return svgFile({
    ...{ width, height },
    title: 'How many times faster each engine is than TensorFlow.js on WebGL, layer by layer',
    background: '#fbfaf7',
    content: content.join('\n'),
  });
}

type Scale = (value: number) => number;

function legend(): string {
  let x = 24;
  const entries = [ours, ...others].map((engine) => {
    const title = text(titles[engine], { x: x + 12, y: 48, 'font-size': legendSize });
    const entry = sign(engine, x, 44) + title;
    x += 44 + legendSize * textWidth(titles[engine]);
    return entry;
  });
  return entries.join('');
}

/** A square for ours. */
function sign(engine: string, x: number, y: number): string {
  if (engine === ours) {
    return element('rect', { x: x - 6, y: y - 5, width: 12, height: 10, class: 'ours' });
  }
  const shape = signs[engine as (typeof others)[number]];
  return element('path', { d: symbol(shape, 46)() ?? '', transform: `translate(${x} ${y})`, class: engine });
}

function axis(x: ReturnType<typeof scaleLog<number, number>>, height: number): string {
  const [lowest, highest] = x.domain();
  const powers = [0.01, 0.1, 1, 10, 100, 1000].filter((value) => value >= lowest && value <= highest);
  const lines = powers.map((value) => {
    const place = { x1: x(value), x2: x(value), y1: margin.top - 4, y2: height - margin.bottom };
    return element('line', { ...place, class: value === 1 ? 'base' : 'grid' });
  });
  const labels = powers.map((value) =>
    text(`${value}×`, { x: x(value) + 4, y: margin.top - 2, 'font-size': 11, class: 'muted' }),
  );
  return [...lines, ...labels].join('');
}

function line(row: EngineRow, x: Scale, y: ReturnType<typeof scaleBand<string>>): string {
  const { id } = row.layer;
  const [top, thickness] = [y(id)!, y.bandwidth()];
  const middle = top + thickness / 2;
  const own = row.speed(ours).steady;
  const parts = [text(id, { x: margin.left - 10, y: middle + 4, 'text-anchor': 'end', 'font-size': 12 })];
  if (Number.isFinite(own)) {
    const [from, to] = [x(1), x(own)].sort((a, b) => a - b);
    parts.push(element('rect', { x: from, y: top, width: to - from, height: thickness, class: 'ours' }));
  }
  for (const engine of others) {
    const { steady } = row.speed(engine);
    if (Number.isFinite(steady)) parts.push(sign(engine, x(steady), middle));
  }
  const label = { x: width - 12, y: middle + 4, 'text-anchor': 'end', 'font-size': 12 };
  return [...parts, text(ratio(own), label)].join('');
}

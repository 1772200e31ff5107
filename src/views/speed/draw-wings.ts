import { select, type Selection } from 'd3';
import type { Say } from '../say.js';
import { diamondArm, outlierRadius, wingHeight, type Outlier, type WingRow, type Wings } from './wings.js';

/** Draws the wings into an svg; classes say what everything is, the style sheet how it looks. */
export function drawWings(root: SVGSVGElement, wings: Wings, say: Say): void {
  const { width, height, left, right, rows } = wings;
  const svg = select(root)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`);
  svg
    .selectAll<SVGTextElement, string>(':scope > text.head')
    .data(['counted', 'measured'] as const)
    .join('text')
    .attr('class', (side) => `head ${side}`)
    .attr('x', (side) => (side === 'counted' ? left : right))
    .attr('y', 14)
    .text((side) => say(`speed.butterfly.${side}`));
  const lines = svg
    .selectAll<SVGGElement, WingRow>(':scope > g')
    .data(rows, (row) => row.layer)
    .join((entering) => {
      const group = entering.append('g');
      for (const name of ['hit', 'count', 'time', 'promised']) group.append('rect').attr('class', name);
      for (const name of ['spread', 'there']) group.append('path').attr('class', name);
      for (const name of ['label', 'count-text', 'time-text']) group.append('text').attr('class', name);
      group.append('title');
      return group;
    })
    .attr('class', ({ side }) => `layer ${side}`)
    .attr('data-layer', ({ layer }) => layer)
    .attr('transform', ({ top }) => `translate(0 ${top})`);
  lines.select('title').text(({ title }) => title);
  drawBars(lines, wings);
  drawTexts(lines, wings);
}

type Lines = Selection<SVGGElement, WingRow, SVGSVGElement, unknown>;

function drawBars(lines: Lines, { width, left, right }: Wings): void {
  lines.selectAll('rect').attr('height', wingHeight);
  lines.select('.hit').attr('width', width);
  lines
    .select('.count')
    .attr('x', ({ count }) => left - count.length)
    .attr('width', ({ count }) => count.length);
  lines
    .select('.time')
    .attr('x', right)
    .attr('width', ({ time }) => time?.length ?? 0);
  lines
    .select('.promised')
    .attr('x', right)
    .attr('width', ({ promised }) => promised ?? 0)
    .attr('display', ({ promised }) => (promised === null ? 'none' : null));
  lines
    .select('.spread')
    .attr('d', ({ time }) => (time ? spreadPath(right + time.lower, right + time.upper) : ''));
  lines.select('.there').attr('d', ({ there }) => (there === null ? '' : diamond(right + there)));
  lines
    .selectAll<SVGPathElement, Outlier>('path.outlier')
    .data(({ time }) => time?.outliers ?? [])
    .join('path')
    .attr('class', ({ isBeyond }) => `outlier${isBeyond ? ' beyond' : ''}`)
    .attr('d', ({ at, isBeyond }) => outlierPath(right + at, isBeyond));
}

function drawTexts(lines: Lines, { left, right }: Wings): void {
  lines.selectAll('text').attr('y', wingHeight / 2);
  lines
    .select('.label')
    .classed('minor', ({ isMinor }) => isMinor)
    .attr('x', (left + right) / 2)
    .text(({ label }) => label);
  lines
    .select('.count-text')
    .attr('x', ({ count }) => left - count.length - 6)
    .text(({ count }) => count.text);
  lines
    .select('.time-text')
    .attr('x', ({ reach }) => right + reach + 6)
    .text(({ time }) => time?.text ?? '–');
}

/** A whisker across the bar's end. */
function spreadPath(from: number, to: number): string {
  const [middle, arm] = [wingHeight / 2, 4];
  const [start, end] = [from, Math.max(to, from + 1)];
  return `M${start} ${middle - arm}v${2 * arm}M${start} ${middle}H${end}M${end} ${middle - arm}v${2 * arm}`;
}

/** A ring where the sample is, or an arrowhead towards where it would be. */
function outlierPath(x: number, isBeyond: boolean): string {
  const [y, r] = [wingHeight / 2, outlierRadius];
  if (isBeyond) return `M${x - r} ${y - r - 1}L${x + r} ${y}L${x - r} ${y + r + 1}Z`;
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

function diamond(x: number): string {
  const [middle, arm] = [wingHeight / 2, diamondArm];
  return `M${x} ${middle - arm}L${x + arm} ${middle}L${x} ${middle + arm}L${x - arm} ${middle}Z`;
}

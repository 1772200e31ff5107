import { line, select, symbol, symbolCircle, symbolSquare, symbolTriangle, type SymbolType } from 'd3';
import type { Way } from '../../speed/types.js';
import type { Say } from '../say.js';
import type { Roof, RoofArea, RoofLine, RoofPoint, Tick } from './roof.js';

/** A way is told by its shape, a side by its colour. */
export const wayShapes: Readonly<Record<Way, SymbolType>> = {
  fast: symbolCircle,
  exact: symbolSquare,
  javascript: symbolTriangle,
};

/** The outline of a way's sign around 0. @param area square pixels */
export function wayShape(way: Way, area: number): string {
  return symbol(wayShapes[way], area)() ?? '';
}

/** Draws a roofline into an svg; classes say what everything is, the style sheet how it looks. */
export function drawRoof(root: SVGSVGElement, roof: Roof, say: Say): void {
  const { width, height, inner, points, xTicks, yTicks } = roof;
  const svg = select(root)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`);
  drawAreas(root, roof);
  drawTicks(root, 'x', xTicks, roof);
  drawTicks(root, 'y', yTicks, roof);
  const titles = [
    { name: 'x', x: (inner.left + inner.right) / 2, y: height - 6 },
    { name: 'y', x: 4, y: 14 },
  ] as const;
  svg
    .selectAll<SVGTextElement, (typeof titles)[number]>('text.axis')
    .data(titles)
    .join('text')
    .attr('class', ({ name }) => `axis ${name}`)
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .text(({ name }) => say(`speed.roofline.${name}`));
  drawLines(root, roof);
  svg
    .selectAll<SVGPathElement, RoofPoint>('path.point')
    .data(points)
    .join((entering) => {
      const path = entering.append('path');
      path.append('title');
      return path;
    })
    .attr('class', ({ side, way, isThere }) => `point layer ${side} ${way}${isThere ? ' away' : ''}`)
    .attr('data-layer', ({ layer }) => layer)
    .attr('transform', ({ x, y }) => `translate(${x} ${y})`)
    .attr('d', ({ way }) => wayShape(way, 70))
    .select('title')
    .text(({ title }) => title);
  svg.selectAll('path.point').raise();
  svg.selectAll('text.flat, text.slope').raise();
}

/** What bounds a layer below the first roof, as ground and name. */
function drawAreas(root: SVGSVGElement, { areas, inner }: Roof): void {
  const svg = select(root);
  svg
    .selectAll<SVGPathElement, RoofArea>('path.area')
    .data(areas)
    .join('path')
    .attr('class', ({ bound }) => `area ${bound}`)
    .attr('d', (area) => `${line()(area.points as [number, number][])}Z`);
  svg
    .selectAll<SVGTextElement, RoofArea>('text.area')
    .data(areas)
    .join('text')
    .attr('class', 'area')
    .attr('x', ({ points: [first, second] }) => (first[0] + second[0]) / 2)
    .attr('y', inner.bottom - 8)
    .text(({ name, points: [first, second] }) => (second[0] - first[0] > 7 * name.length ? name : ''));
}

/** The roofs; another device's has no names. */
function drawLines(root: SVGSVGElement, { lines, inner }: Roof): void {
  const svg = select(root);
  svg
    .selectAll<SVGPathElement, RoofLine>('path.roof')
    .data(lines)
    .join('path')
    .attr('class', ({ processor, isThere }) => `roof ${processor}${isThere ? ' away' : ''}`)
    .attr('d', (each) => line()(each.points as [number, number][]));
  const named = lines.filter(({ isThere }) => !isThere);
  svg
    .selectAll<SVGTextElement, RoofLine>('text.flat')
    .data(named)
    .join('text')
    .attr('class', 'flat')
    .attr('x', inner.right)
    .attr('y', ({ flatY }) => flatY)
    .text(({ flat }) => flat);
  svg
    .selectAll<SVGTextElement, RoofLine>('text.slope')
    .data(named)
    .join('text')
    .attr('class', 'slope')
    .attr('transform', slopePlace)
    .text(({ slope }) => slope);
}

/** In the middle of the slope, along it. */
function slopePlace({ points: [[x0, y0], [x1, y1]] }: RoofLine): string {
  const angle = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
  return `translate(${(x0 + x1) / 2} ${(y0 + y1) / 2}) rotate(${angle}) translate(0 -7)`;
}

function drawTicks(root: SVGSVGElement, axis: 'x' | 'y', ticks: readonly Tick[], { inner }: Roof): void {
  const groups = select(root)
    .selectAll<SVGGElement, Tick>(`g.tick.${axis}`)
    .data(ticks)
    .join((entering) => {
      const group = entering.append('g').attr('class', `tick ${axis}`);
      group.append('line');
      group.append('text');
      return group;
    })
    .attr('transform', ({ at }) =>
      axis === 'x' ? `translate(${at} ${inner.bottom})` : `translate(${inner.left} ${at})`,
    );
  groups
    .select('line')
    .attr('x2', axis === 'x' ? 0 : inner.right - inner.left)
    .attr('y2', axis === 'x' ? inner.top - inner.bottom : 0);
  groups
    .select('text')
    .attr('x', axis === 'x' ? 0 : -6)
    .attr('y', axis === 'x' ? 15 : 0)
    .text(({ text }) => text);
}

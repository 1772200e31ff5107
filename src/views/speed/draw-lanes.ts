import { select } from 'd3';
import { wayShape } from './draw-roof.js';
import type { Lane, LaneMark, Lanes } from './lanes.js';
import type { Tick } from './roof.js';

/** Draws the lanes into an svg; classes say what everything is, the style sheet how it looks. */
export function drawLanes(root: SVGSVGElement, { width, height, left, right, lanes, ticks }: Lanes): void {
  const svg = select(root)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`);
  const marks = svg
    .selectAll<SVGGElement, Tick>(':scope > g.tick')
    .data(ticks)
    .join((entering) => {
      const group = entering.append('g').attr('class', 'tick x');
      group.append('line');
      group.append('text').attr('y', -5);
      return group;
    })
    .attr('transform', ({ at }) => `translate(${at} 20)`);
  marks.select('line').attr('y2', height - 20);
  marks.select('text').text(({ text }) => text);
  const rows = svg
    .selectAll<SVGGElement, Lane>(':scope > g.layer')
    .data(lanes, (lane) => lane.layer)
    .join((entering) => {
      const group = entering.append('g');
      group.append('line').attr('class', 'lane');
      group.append('text').attr('class', 'label');
      return group;
    })
    .attr('class', ({ side }) => `layer ${side}`)
    .attr('data-layer', ({ layer }) => layer)
    .attr('transform', ({ y }) => `translate(0 ${y})`);
  rows.select('.lane').attr('x1', left).attr('x2', right);
  rows
    .select('.label')
    .classed('minor', ({ isMinor }) => isMinor)
    .attr('x', left)
    .text(({ label }) => label);
  const found = rows
    .selectAll<SVGGElement, LaneMark>('g')
    .data(({ marks: all }) => all)
    .join((entering) => {
      const group = entering.append('g');
      group.append('line').attr('class', 'spread');
      group.append('path').attr('class', 'mark');
      group.append('title');
      return group;
    });
  found.select('title').text(({ title }) => title);
  found
    .select('.spread')
    .attr('x1', ({ lower }) => lower)
    .attr('x2', ({ upper }) => upper);
  found
    .select('.mark')
    .attr('d', ({ way }) => wayShape(way, 60))
    .attr('transform', ({ x }) => `translate(${x} 0)`);
}

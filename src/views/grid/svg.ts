/** The tables of a stage as a drawing. */
import { element, svgFile, text, textWidth } from '../svg.js';
import type { ViewTheme } from '../theme.js';
import type { GridCell, GridGroup, GridPanel, ShownAxis } from './types.js';

const cellHeight = 26;
const leastCell = 26;
/** Of a digit, in pixels of the drawing. */
const digit = 8.5;
const gap = 24;
const heading = 22;
/** Room for the numbers of rows, and of columns. */
const axis = 24;
/** Tables stand side by side up to here. */
const widest = 1000;

interface Placed {
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

/**
 * @param groups as the grid shows them
 * @param title of the whole drawing
 */
export function gridSvg(groups: readonly GridGroup[], theme: ViewTheme, title: string): string {
  let y = gap;
  let width = 0;
  const parts: string[] = [];
  for (const group of groups) {
    const placed = drawGroup(group, theme);
    parts.push(
      element('g', { transform: `translate(${gap} ${y})`, 'data-tensor': group.tensor }, placed.content),
    );
    y += placed.height + gap;
    width = Math.max(width, placed.width);
  }
  const content = parts.join('\n');
  return svgFile({ width: width + 2 * gap, height: y, title, background: theme.background, content });
}

function drawGroup(group: GridGroup, theme: ViewTheme): Placed {
  const side = Math.max(leastCell, group.textWidth * digit + 8);
  const note = [group.title, group.note].filter((part) => part !== '').join(' – ');
  const parts = [text(note, { y: 14, fill: theme.ink, 'font-weight': 600 })];
  let [x, y, row, width] = [0, heading, 0, textWidth(note) * 14];
  for (const panel of group.panels) {
    const placed = drawPanel(panel, side, theme);
    if (x > 0 && x + placed.width > widest) [x, y, row] = [0, y + row + gap / 2, 0];
    parts.push(element('g', { transform: `translate(${x} ${y})` }, placed.content));
    x += placed.width + gap;
    row = Math.max(row, placed.height);
    width = Math.max(width, x - gap);
  }
  return { width, height: y + row, content: parts.join('\n') };
}

function drawPanel(
  { title, rows, columns, cells, current }: GridPanel,
  side: number,
  theme: ViewTheme,
): Placed {
  const top = heading + axis;
  const parts = [
    text(title, { y: 14, 'font-size': 13, fill: current ? theme.ink : theme.muted }),
    ...labels(columns, (i) => ({ x: axis + (i + 0.5) * side, y: top - 8, 'text-anchor': 'middle' }), theme),
    ...labels(rows, (i) => ({ x: axis - 6, y: top + i * cellHeight + 17, 'text-anchor': 'end' }), theme),
    ...cells.flatMap((line, row) =>
      line.map((cell, column) => drawCell(cell, axis + column * side, top + row * cellHeight, side, theme)),
    ),
  ];
  return {
    width: Math.max(axis + columns.positions.length * side, textWidth(title) * 13),
    height: top + rows.positions.length * cellHeight,
    content: parts.join('\n'),
  };
}

function labels(
  { positions, size, label }: ShownAxis,
  place: (i: number) => Readonly<Record<string, string | number>>,
  theme: ViewTheme,
): string[] {
  return positions.flatMap((position, i) => {
    const name = label ? label(position) : position >= 0 && position < size ? String(position + 1) : '';
    return name === '' ? [] : [text(name, { ...place(i), 'font-size': 11, fill: theme.muted })];
  });
}

/** A cell in hand has a strong edge, one of the window an edge of the input's colour; what is not there is dashed. */
function drawCell(
  { text: value, fill, ink, marks }: GridCell,
  x: number,
  y: number,
  side: number,
  theme: ViewTheme,
): string {
  const isCurrent = marks.includes('current');
  const isWindow = marks.includes('window');
  const inset = isCurrent ? 1.5 : isWindow ? 1 : 0.5;
  const isAbsent = marks.some((mark) => mark === 'padding' || mark === 'inserted' || mark === 'cropped');
  const box = element('rect', {
    ...{ x: x + inset, y: y + inset, width: side - 2 * inset, height: cellHeight - 2 * inset },
    fill: fill === '' ? 'none' : fill,
    stroke: isCurrent ? theme.accent : isWindow ? theme.input : theme.line,
    'stroke-width': 2 * inset,
    'stroke-dasharray': isAbsent ? '3 3' : undefined,
  });
  if (value === '') return box;
  const place = { x: x + side / 2, y: y + 18, 'text-anchor': 'middle', fill: ink === '' ? theme.ink : ink };
  return box + text(value, place);
}

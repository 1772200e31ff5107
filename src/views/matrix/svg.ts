/** The matrix of a stage as a drawing: its entries where they stand, with their numbers while those can be read. */
import { rangeOf } from '../../timeline/colour-range.js';
import type { StageView } from '../../timeline/types.js';
import { formatNumber } from '../../words/numbers.js';
import { colourOf } from '../palette.js';
import { element, svgFile, text } from '../svg.js';
import type { ViewTheme } from '../theme.js';
import type { Scaled } from './bitmap.js';
import { forEachEntry, matrixName, wholeOf, type Sheet } from './sheet.js';

/** Each entry is an element of the file; more of them make programs stutter. */
export const mostSvgEntries = 20_000;
/** Entries with their numbers. */
const mostNumbers = 5_000;
const margin = 24;
/** Room for a heading, and for the numbers of rows and columns. */
const heading = 28;
const axis = 34;

/**
 * @param view the colour scale, and the decimals of its numbers
 * @param title of the whole drawing
 * @returns null where there are more entries than a drawing should have
 */
export function matrixSvg(
  sheet: Sheet,
  view: Scaled & Pick<StageView, 'decimals'>,
  theme: ViewTheme,
  title: string,
): string | null {
  const entries = sheet.matrix.value.length;
  if (entries > mostSvgEntries) return null;
  const { rows, columns } = sheet;
  const isNumbered = entries <= mostNumbers;
  const side = isNumbered ? 28 : Math.max(2, Math.min(10, 1600 / Math.max(rows.cells, columns.cells)));
  const [left, top] = [margin + axis, margin + heading + axis];
  const [width, height] = [columns.cells * side, rows.cells * side];
  const name = `${matrixName(sheet.stage, sheet.turned)}: ${rows.cells} × ${columns.cells}`;
  const parts = [
    text(name, { x: margin, y: margin + 14, fill: theme.ink, 'font-weight': 600 }),
    element('rect', { x: left, y: top, width, height, fill: 'none', stroke: theme.line }),
    ...numbering(columns.cells, side, theme, (at) => ({ x: left + at, y: top - 8, 'text-anchor': 'middle' })),
    ...numbering(rows.cells, side, theme, (at) => ({ x: left - 6, y: top + at + 4, 'text-anchor': 'end' })),
  ];
  forEachEntry(sheet, wholeOf(sheet), (row, column, value, channel) => {
    const { fill, ink } = colourOf(value, rangeOf(view, 'weights', channel), theme);
    const [x, y] = [left + column * side, top + row * side];
    const inset = isNumbered ? 0.5 : 0;
    const box = { x: x + inset, y: y + inset, width: side - 2 * inset, height: side - 2 * inset, fill };
    parts.push(element('rect', box));
    if (!isNumbered) return;
    const place = {
      x: x + side / 2,
      y: y + side / 2 + 4,
      'text-anchor': 'middle',
      'font-size': 11,
      fill: ink,
    };
    parts.push(
      text(formatNumber(value, { digits: 3, decimals: view.decimals }), {
        ...place,
        'data-row': row + 1,
        'data-column': column + 1,
      }),
    );
  });
  return svgFile({
    ...{ width: left + width + margin, height: top + height + margin },
    ...{ title, background: theme.background, content: parts.join('\n') },
  });
}

/** From 1, as many as have room. */
function numbering(
  cells: number,
  side: number,
  theme: ViewTheme,
  place: (at: number) => Readonly<Record<string, string | number>>,
): string[] {
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((step) => step * side >= 24) ?? 2000;
  return Array.from({ length: cells }, (_, i) => i)
    .filter((i) => i === 0 || (i + 1) % every === 0)
    .map((i) => text(String(i + 1), { ...place((i + 0.5) * side), 'font-size': 11, fill: theme.muted }));
}

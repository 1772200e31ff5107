import { scaleLinear, select, type BaseType, type EnterElement, type Selection } from 'd3';
import type { Say } from '../say.js';
import type { CostBar, CostChart } from './costs.js';

type Each<Datum> = Selection<HTMLElement, Datum, BaseType, unknown>;

/** The bars' own units; they stretch to the width that there is. */
const width = 1000;
const height = 10;

/** A bar with what it is measured by. */
interface ScaledBar extends CostBar {
  readonly scale: number;
  readonly note: string;
}

/**
 * Draws the charts into an element: real tables, whose second column is a bar. The outline of a bar is the whole cost, its
 * fill what is spent so far, one piece a stage.
 *
 * @param first name of the first layer, which the ratios are shares of
 */
export function drawBars(root: HTMLElement, charts: readonly CostChart[], first: string, say: Say): void {
  const figures = select(root)
    .selectAll<HTMLElement, CostChart>(':scope > section')
    .data(
      charts.filter(({ repeats }) => !repeats),
      (chart) => chart.kind,
    )
    .join((entering) => {
      const section = entering.append('section').attr('class', 'chart');
      section.append('h4');
      const table = section.append('div').attr('class', 'bars').attr('role', 'table');
      table.append('div').attr('role', 'row').attr('class', 'head visually-hidden');
      return section;
    })
    .attr('data-kind', (chart) => chart.kind) as Each<CostChart>;
  figures.order();
  figures.select<HTMLElement>('h4').text((chart) => chart.title);
  const tables = figures.select<HTMLElement>('.bars').attr('aria-label', (chart) => chart.title);
  const heads = (['layer', 'bar', 'count', 'terms'] as const).map((key) => say(`compare.costs.${key}`));
  tables
    .select('.head')
    .selectAll('span')
    .data(heads)
    .join('span')
    .attr('role', 'columnheader')
    .text((head) => head);
  const rows = tables
    .selectAll<HTMLElement, ScaledBar>(':scope > div.bar')
    .data(({ bars, scale }): ScaledBar[] =>
      bars.map((bar) => ({ ...bar, scale, note: noteOf(bar, first, say) })),
    )
    .join(enterRow);
  rows.select('.name').text((bar) => bar.name);
  rows.select('.value').text((bar) => bar.value);
  rows.select('.terms').text((bar) => bar.note);
  drawPieces(rows.select<SVGSVGElement>('svg'));
}

function enterRow(
  entering: Selection<EnterElement, ScaledBar, HTMLElement, CostChart>,
): Selection<HTMLElement, ScaledBar, HTMLElement, CostChart> {
  const row = entering.append<HTMLElement>('div').attr('class', 'bar').attr('role', 'row');
  row.append('span').attr('class', 'name').attr('role', 'rowheader');
  row
    .append('span')
    .attr('class', 'track')
    .attr('role', 'cell')
    .append('svg')
    .attr('viewBox', `0 0 ${width} ${height}`)
    .attr('preserveAspectRatio', 'none')
    .attr('aria-hidden', 'true');
  row.append('span').attr('class', 'value').attr('role', 'cell');
  row.append('span').attr('class', 'terms').attr('role', 'cell');
  return row;
}

function noteOf({ terms, ratio }: CostBar, first: string, say: Say): string {
  const share = ratio === '' || ratio === '1' ? '' : say('compare.ratio', { ratio, name: first });
  return [terms, share].filter(Boolean).join(' · ');
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** The whole cost as an outline, and what is spent of it, stage after stage without a gap. */
function drawPieces(bars: Selection<SVGSVGElement, ScaledBar, BaseType, unknown>): void {
  const draw = (name: string, pieces: (bar: ScaledBar) => Piece[]): void => {
    bars
      .selectAll<SVGRectElement, Piece>(`rect.${name}`)
      .data(pieces)
      .join('rect')
      .attr('class', name)
      .attr('height', height)
      .attr('x', (piece) => piece.from)
      .attr('width', (piece) => piece.to - piece.from);
  };
  draw('spent', ({ parts, scale }) =>
    pieces(
      parts.map(({ now }) => now),
      scale,
    ),
  );
  draw('whole', ({ parts, scale }) =>
    pieces(
      parts.map(({ total }) => total),
      scale,
    ),
  );
}

function pieces(sizes: readonly number[], scale: number): Piece[] {
  const x = scaleLinear([0, scale], [0, width]);
  let start = 0;
  return sizes.map((size) => {
    const from = start;
    start += size;
    return { from: x(from), to: x(start) };
  });
}

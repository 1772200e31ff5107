import { select, type BaseType, type Selection } from 'd3';
import type { ViewTheme } from '../theme.js';
import { drawOverview } from './overview.js';
import type {
  CellPlace,
  GridCell,
  GridGroup,
  GridLegend,
  GridPanel,
  GridTensor,
  ShownAxis,
} from './types.js';
import { isSamePlace } from './roving.js';

export interface GridDrawing {
  readonly groups: readonly GridGroup[];
  readonly theme: ViewTheme;
  /** The one cell of each tensor that Tab reaches. */
  readonly tabStops: ReadonlyMap<GridTensor, CellPlace>;
}

type Each<Datum> = Selection<HTMLElement, Datum, BaseType, unknown>;

/**
 * Draws the tables into an element. Nodes are joined by position, not rebuilt, so that playing changes only the
 * cells that look different and focus stays where it is.
 */
export function drawGrid(root: HTMLElement, { groups, theme, tabStops }: GridDrawing): void {
  const sections = select(root)
    .selectAll<HTMLElement, GridGroup>(':scope > section')
    .data(groups, (group) => group.tensor)
    .join('section')
    .attr('class', (group) => (group.wide ? 'group wide' : 'group'))
    .attr('part', (group) => group.tensor)
    .attr('data-tensor', (group) => group.tensor) as Each<GridGroup>;
  drawHeads(child(sections, 'div', 'head'));
  const strip = child(sections, 'div', 'panels').style('--characters', (group) => group.textWidth);
  const panels = strip
    .selectAll<HTMLElement, GridPanel>(':scope > div.panel')
    .data(
      (group) => group.panels,
      (panel) => panel.key,
    )
    .join('div')
    .attr('class', (panel) => (panel.current ? 'panel current' : 'panel')) as Each<GridPanel>;
  panels.order();
  drawPanels(panels, theme);
  setTabStops(root, tabStops);
}

/** The cell that an element of a drawn table stands for, or null. */
export function cellAtElement(element: EventTarget | null): GridCell | null {
  const cell = element instanceof Element ? element.closest('td') : null;
  return cell ? (select<Element, GridCell | undefined>(cell).datum() ?? null) : null;
}

/** The tensor whose button for all tables an element belongs to, or null. */
export function tensorOfButton(element: EventTarget | null): GridTensor | null {
  const button = element instanceof Element ? element.closest('button.more') : null;
  return button ? select<Element, GridGroup>(button).datum().tensor : null;
}

/** The element of a place, or null where it is not shown. */
export function elementOf(root: HTMLElement, place: CellPlace): HTMLElement | null {
  const cells = root.querySelectorAll<HTMLElement>(`[data-tensor="${place.tensor}"] tbody td`);
  return [...cells].find((cell) => isSamePlace(cellAtElement(cell)!, place)) ?? null;
}

/** Above the tables of a tensor: its name, what there is to add, the button for its other tables, the legend. */
function drawHeads(heads: Each<GridGroup>): void {
  child(heads, 'h3', 'title').text((group) => group.title);
  child(heads, 'span', 'note').text((group) => group.note);
  child(heads, 'button', 'more')
    .attr('type', 'button')
    .attr('hidden', (group) => (group.more === '' ? '' : null))
    .attr('aria-expanded', (group) => String(group.expanded))
    .attr('aria-label', (group) => `${group.more}, ${group.title}`)
    .text((group) => group.more);
  drawLegends(child(heads, 'div', 'legend').datum((group) => group.legend));
}

function drawPanels(panels: Each<GridPanel>, theme: ViewTheme): void {
  child(panels, 'p', 'caption').text((panel) => panel.title);
  panels
    .selectAll<HTMLCanvasElement, GridPanel>(':scope > canvas')
    .data((panel) => (panel.overview ? [panel] : []))
    .join((entering) => entering.insert('canvas', ':scope > table'))
    .attr('class', 'overview')
    .attr('role', 'img')
    .attr('aria-label', (panel) => panel.name)
    .each(function (panel) {
      drawOverview(this as HTMLCanvasElement, panel.overview!, theme);
    });
  const tables = child(panels, 'table', 'table')
    .attr('role', 'grid')
    .attr('aria-label', (panel) => panel.name);
  const head = child(child(tables, 'thead', ''), 'tr', '');
  child(head, 'td', 'corner');
  headers(head, 'col', (panel) => panel.columns.positions.map((at) => label(at, panel.columns)));
  const rows = child(tables, 'tbody', '')
    .selectAll<HTMLElement, readonly GridCell[]>(':scope > tr')
    .data(
      (panel) => panel.cells,
      (row) => String(row[0].row),
    )
    .join('tr') as Each<readonly GridCell[]>;
  const axes = new Map(panels.data().map((panel) => [panel.tensor, panel.rows]));
  rows.order();
  headers(rows, 'row', ([first]) => [label(first.row, axes.get(first.tensor)!)]);
  drawCells(rows);
}

const painted = new WeakMap<Element, GridCell>();

function drawCells(rows: Each<readonly GridCell[]>): void {
  const cells = rows
    .selectAll<HTMLElement, GridCell>(':scope > td')
    .data(
      (row) => row,
      (cell) => String(cell.column),
    )
    .join((entering) => entering.append('td').attr('tabindex', -1));
  cells.order();
  cells
    .filter(function (cell) {
      const before = painted.get(this);
      painted.set(this, cell);
      return !before || !looksSame(before, cell);
    })
    .each(function ({ text }) {
      // A text that is replaced under the pointer would be pointed at anew, and hide the pin that changed the marks.
      if (this.textContent !== text) this.textContent = text;
    })
    .attr('class', (cell) => cell.marks.join(' '))
    .attr('aria-label', (cell) => cell.name)
    .attr('aria-selected', (cell) => (cell.marks.includes('pinned') ? 'true' : null))
    .attr('aria-readonly', (cell) => (cell.editable ? null : 'true'))
    .attr('data-layers', (cell) => (cell.layers > 1 ? cell.layers : null))
    .style('background-color', (cell) => cell.fill || null)
    .style('color', (cell) => cell.ink || null);
}

function looksSame(a: GridCell, b: GridCell): boolean {
  return a.name === b.name && a.fill === b.fill && a.text === b.text && a.marks.join() === b.marks.join();
}

function drawLegends(legends: Each<GridLegend>): void {
  child(legends, 'span', 'low').text((legend) => legend.low);
  child(legends, 'span', 'scale')
    .attr('role', 'img')
    .attr('aria-label', (legend) => legend.name)
    .selectAll('i')
    .data((legend) => legend.swatches)
    .join('i')
    .style('background-color', (fill) => fill);
  child(legends, 'span', 'high').text((legend) => legend.high);
  child(legends, 'span', 'note').text((legend) => legend.note);
  const marks = legends
    .selectAll<HTMLElement, GridLegend['marks'][number]>(':scope > span.mark')
    .data(
      (legend) => legend.marks,
      (each) => each.mark,
    )
    .join('span')
    .attr('class', (each) => (each.present ? 'mark' : 'mark absent')) as Each<GridLegend['marks'][number]>;
  child(marks, 'i', (each) => `sample ${each.mark}`).attr('aria-hidden', 'true');
  child(marks, 'b', 'text').text((each) => each.text);
}

function headers<Datum>(
  rows: Each<Datum>,
  scope: 'row' | 'col',
  labels: (datum: Datum) => readonly string[],
): void {
  const cells = rows
    .selectAll<HTMLElement, string>(':scope > th')
    .data(labels)
    .join((entering) => (scope === 'row' ? entering.insert('th', ':first-child') : entering.append('th')))
    .attr('scope', scope);
  cells.text((text) => text);
}

/** Rows and columns are counted from 1; padding has no number. */
function label(position: number, { size, label: name }: ShownAxis): string {
  if (name) return name(position);
  return position >= 0 && position < size ? String(position + 1) : '';
}

function setTabStops(root: HTMLElement, stops: ReadonlyMap<GridTensor, CellPlace>): void {
  for (const [tensor, place] of stops) {
    const stop = elementOf(root, place);
    for (const other of root.querySelectorAll(`[data-tensor="${tensor}"] td[tabindex="0"]`)) {
      if (other !== stop) other.setAttribute('tabindex', '-1');
    }
    stop?.setAttribute('tabindex', '0');
  }
}

/** The one child of each selected element with a tag and a class, made when it is missing, with its parent's datum. */
function child<Datum>(
  parents: Each<Datum>,
  tag: string,
  name: string | ((datum: Datum) => string),
): Each<Datum> {
  const selector = typeof name === 'string' && name !== '' ? `:scope > ${tag}.${name}` : `:scope > ${tag}`;
  return parents
    .selectAll<HTMLElement, Datum>(selector)
    .data((datum) => [datum])
    .join(tag)
    .attr('class', name === '' ? null : (name as string)) as unknown as Each<Datum>;
}

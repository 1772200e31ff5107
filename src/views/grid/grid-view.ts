import type { ViewIntent } from '../../timeline/types.js';
import type { ViewTheme } from '../theme.js';
import { cellAtElement, drawGrid, elementOf, tensorOfButton } from './draw.js';
import { placeAfterKey, tabStopOf } from './roving.js';
import type { CellPlace, GridCell, GridGroup, GridTensor } from './types.js';

export interface GridHost {
  /** A person points at a cell, pins one, or leaves. */
  intend(intent: ViewIntent): void;
  /** The keyboard stands on a place (or left: null): draw again, so that it is in sight. */
  keepInSight(place: CellPlace | null): void;
  /** Lets go of what is pinned or pointed at; false when nothing was. */
  letGo(): boolean;
  /** All tables of a tensor are asked for, or no longer. */
  toggleAll(tensor: GridTensor): void;
}

/** The tables in the page: draws them, and turns pointer and keys into intents. */
export class GridView {
  private readonly root: HTMLElement;
  private readonly host: GridHost;
  private readonly visited = new Map<GridTensor, CellPlace>();
  private groups: readonly GridGroup[] = [];
  private stage = 0;
  private lastTensor: GridTensor | null = null;
  /** A cell that is taken away loses the focus: nobody left. */
  private drawing = false;

  constructor(root: HTMLElement, host: GridHost) {
    this.root = root;
    this.host = host;
    root.addEventListener('pointerover', ({ target }) => this.point(cellAtElement(target)));
    root.addEventListener('pointerleave', () => this.leave());
    root.addEventListener('click', ({ target }) => this.click(target));
    root.addEventListener('focusin', (event) => this.enter(event));
    root.addEventListener('focusout', (event) => this.exit(event));
    root.addEventListener('keydown', (event) => this.press(event));
  }

  draw(groups: readonly GridGroup[], stage: number, theme: ViewTheme): void {
    const hadFocus = this.focused !== null;
    this.groups = groups;
    this.stage = stage;
    const tabStops = new Map(
      groups.map((group) => [group.tensor, tabStopOf(group, this.visited.get(group.tensor))]),
    );
    this.drawing = true;
    drawGrid(this.root, { groups, theme, tabStops });
    this.drawing = false;
    if (hadFocus && !this.focused) this.focusLost(tabStops);
  }

  /** The cell that has the focus. */
  private get focused(): GridCell | null {
    const active = (this.root.getRootNode() as Document | ShadowRoot).activeElement;
    return active && this.root.contains(active) ? cellAtElement(active) : null;
  }

  /** A crop moved on from under the focus: it goes to the tab stop, so that the keyboard keeps its place. */
  private focusLost(tabStops: ReadonlyMap<GridTensor, CellPlace>): void {
    const last = this.lastTensor;
    const stop = last && tabStops.get(last);
    if (stop) elementOf(this.root, stop)?.focus({ preventScroll: true });
  }

  private point(cell: GridCell | null): void {
    if (cell) this.tell('hover', cell);
  }

  private leave(): void {
    this.host.intend({ kind: 'leave', stage: this.stage, tensor: 'input', index: [] });
  }

  private click(target: EventTarget | null): void {
    const tensor = tensorOfButton(target);
    if (tensor) this.host.toggleAll(tensor);
    else this.pin(cellAtElement(target));
  }

  private pin(cell: GridCell | null): void {
    if (cell?.index) this.tell('pin', cell);
  }

  /** Padding has no cell in the tensor: pointing at it points at nothing. */
  private tell(kind: 'hover' | 'pin', { tensor, index }: GridCell): void {
    const { stage } = this;
    this.host.intend(index ? { kind, stage, tensor, index } : { kind: 'leave', stage, tensor, index: [] });
  }

  private enter({ target }: FocusEvent): void {
    const cell = cellAtElement(target);
    if (!cell) return;
    this.visited.set(cell.tensor, cell);
    this.lastTensor = cell.tensor;
    this.tell('hover', cell);
    if (target instanceof Element && target.matches(':focus-visible')) this.host.keepInSight(cell);
  }

  private exit({ relatedTarget }: FocusEvent): void {
    if (this.drawing || (relatedTarget instanceof Node && this.root.contains(relatedTarget))) return;
    this.host.keepInSight(null);
    this.leave();
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const cell = cellAtElement(event.target);
    const done = event.key === 'Escape' ? this.host.letGo() : cell !== null && this.act(cell, event);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private act(cell: GridCell, { key, ctrlKey }: KeyboardEvent): boolean {
    if (key === 'Enter') {
      this.pin(cell);
      return true;
    }
    const group = this.groups.find((each) => each.tensor === cell.tensor)!;
    const place = placeAfterKey(group, cell, key, ctrlKey);
    if (place) this.go(place);
    return place !== null;
  }

  private go(place: CellPlace): void {
    this.visited.set(place.tensor, place);
    if (!elementOf(this.root, place)) this.host.keepInSight(place);
    elementOf(this.root, place)?.focus();
  }
}

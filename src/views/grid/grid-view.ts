import type { ViewIntent } from '../../timeline/types.js';
import type { ViewTheme } from '../theme.js';
import type { Say } from '../say.js';
import { cellAtElement, drawGrid, elementOf, tensorOfButton } from './draw.js';
import { CellEditor } from './editor.js';
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
  /** A person gave a cell another number. */
  edit(cell: CellNumber): void;
  /** No more changes of the same cell follow. */
  settle(): void;
}

/** A cell of the input, a weight or a bias, and its new number. */
export interface CellNumber {
  readonly stage: number;
  readonly tensor: Exclude<GridTensor, 'output'>;
  readonly index: readonly number[];
  readonly value: number;
}

export interface GridScene {
  readonly groups: readonly GridGroup[];
  /** The stage that is shown. */
  readonly stage: number;
  readonly theme: ViewTheme;
  readonly say: Say;
}

/** What opens a number to be changed when it is typed. */
const beginsNumber = /^[-−\d]$/;

/** The tables in the page: draws them, and turns pointer and keys into intents and edits. */
export class GridView {
  private readonly root: HTMLElement;
  private readonly host: GridHost;
  private readonly visited = new Map<GridTensor, CellPlace>();
  private groups: readonly GridGroup[] = [];
  private stage = 0;
  private say: Say = (key) => key;
  private readonly editor: CellEditor;
  private lastTensor: GridTensor | null = null;
  /** A cell that is taken away loses the focus: nobody left. */
  private drawing = false;

  constructor(root: HTMLElement, host: GridHost) {
    this.root = root;
    this.host = host;
    this.editor = new CellEditor(root, {
      change: (cell, value) => this.edit(cell, value),
      closed: (cell, byKey) => this.closed(cell, byKey),
    });
    root.addEventListener('dblclick', ({ target }) => this.openAt(cellAtElement(target)));
    root.addEventListener('pointerover', ({ target }) => this.point(cellAtElement(target)));
    root.addEventListener('pointerleave', () => this.leave());
    root.addEventListener('click', ({ target }) => this.click(target));
    root.addEventListener('focusin', (event) => this.enter(event));
    root.addEventListener('focusout', (event) => this.exit(event));
    root.addEventListener('keydown', (event) => this.press(event));
  }

  draw({ groups, stage, theme, say }: GridScene): void {
    const hadFocus = this.focused !== null;
    this.groups = groups;
    this.stage = stage;
    this.say = say;
    const tabStops = new Map(
      groups.map((group) => [group.tensor, tabStopOf(group, this.visited.get(group.tensor))]),
    );
    this.drawing = true;
    drawGrid(this.root, { groups, theme, tabStops });
    this.drawing = false;
    if (hadFocus && !this.focused) this.focusLost(tabStops);
    const { cell } = this.editor;
    if (cell) this.editor.place(elementOf(this.root, cell));
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

  private openAt(cell: GridCell | null, text?: string): boolean {
    const element = cell?.editable ? elementOf(this.root, cell) : null;
    if (!cell || !element) return false;
    this.editor.show({ cell, element, text, say: this.say });
    return true;
  }

  private edit({ tensor, index }: GridCell, value: number): void {
    if (index && tensor !== 'output') this.host.edit({ stage: this.stage, tensor, index, value });
  }

  private closed(cell: GridCell, byKey: boolean): void {
    this.host.settle();
    if (byKey) elementOf(this.root, cell)?.focus({ preventScroll: true });
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
    const isTyped = !ctrlKey && beginsNumber.test(key);
    if (isTyped && cell.editable) return this.openAt(cell, key);
    if (key === 'F2') return this.openAt(cell);
    if (key === 'Enter') {
      const isPinned = cell.marks.includes('pinned');
      if (!isPinned || !this.openAt(cell)) this.pin(cell);
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

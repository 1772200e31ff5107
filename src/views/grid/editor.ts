/** A field over a cell, in which a person gives it another number. */
import type { Say } from '../say.js';
import type { GridCell } from './types.js';

export interface EditorHost {
  /** A new number for the cell; it is taken at once, so that nudging shows what it does. */
  change(cell: GridCell, value: number): void;
  /** The field is gone; the focus goes back to the cell where a key has closed it. */
  closed(cell: GridCell, byKey: boolean): void;
}

export interface Opening {
  readonly cell: GridCell;
  readonly element: HTMLElement;
  /** What was typed to open it; without it the cell's own number, selected. */
  readonly text?: string | undefined;
  readonly say: Say;
}

/** Up and down change a number by 1, with Shift by 10. */
const nudges: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };
const largeNudge = 10;
/** Digits that tell one float32 from the next. */
const fullDigits = 9;

/** One field at a time. A text that is no number stays, with the reason below it, and the cell keeps what it had. */
export class CellEditor {
  private readonly root: HTMLElement;
  private readonly host: EditorHost;
  private readonly box: HTMLElement;
  private readonly field: HTMLInputElement;
  private readonly message: HTMLElement;
  private open: { readonly cell: GridCell; readonly before: number; readonly say: Say } | null = null;
  /** Text that the cell has already. */
  private taken = '';

  constructor(root: HTMLElement, host: EditorHost) {
    this.root = root;
    this.host = host;
    const page = root.ownerDocument;
    this.box = page.createElement('div');
    this.box.className = 'editor';
    this.field = page.createElement('input');
    this.field.inputMode = 'decimal';
    this.field.autocomplete = 'off';
    this.message = page.createElement('p');
    this.message.id = 'editor-message';
    this.message.setAttribute('role', 'alert');
    this.box.append(this.field, this.message);
    this.field.addEventListener('keydown', (event) => this.press(event));
    this.field.addEventListener('blur', () => this.take() && this.close(false));
  }

  /** The cell that is being edited. */
  get cell(): GridCell | null {
    return this.open?.cell ?? null;
  }

  show({ cell, element, text, say }: Opening): void {
    if (cell.value === null) return;
    const own = String(Number(cell.value.toPrecision(fullDigits)));
    this.open = { cell, before: cell.value, say };
    this.taken = own;
    this.field.value = text ?? own;
    this.field.setAttribute('aria-label', say('grid.edit', { cell: cell.name }));
    this.explain('');
    this.root.append(this.box);
    this.place(element);
    this.field.focus({ preventScroll: true });
    if (text === undefined) this.field.select();
  }

  /** Keeps the field on its cell when the tables move. */
  place(element: HTMLElement | null): void {
    if (!element || !this.open) return;
    const [cell, root] = [element.getBoundingClientRect(), this.root.getBoundingClientRect()];
    this.box.style.insetInlineStart = `${cell.left - root.left}px`;
    this.box.style.insetBlockStart = `${cell.top - root.top}px`;
    this.field.style.minInlineSize = `${cell.width}px`;
    this.field.style.blockSize = `${cell.height}px`;
  }

  private press(event: KeyboardEvent): void {
    event.stopPropagation();
    const nudge = nudges[event.key];
    if (nudge !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.nudge(nudge * (event.shiftKey ? largeNudge : 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (this.take()) this.close(true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.cancel();
    }
  }

  private nudge(by: number): void {
    const value = numberIn(this.field.value);
    if (typeof value === 'string') return this.refuse(value);
    this.field.value = String(Number(Math.fround(value + by).toPrecision(fullDigits)));
    this.take();
  }

  /** Gives the cell what the field says; false, and why, where that is no number. */
  private take(): boolean {
    if (!this.open) return false;
    if (this.field.value === this.taken) return true;
    const value = numberIn(this.field.value);
    if (typeof value === 'string') {
      this.refuse(value);
      return false;
    }
    this.explain('');
    this.taken = this.field.value;
    this.host.change(this.open.cell, value);
    return true;
  }

  private cancel(): void {
    if (!this.open) return;
    const { cell, before } = this.open;
    if (numberIn(this.taken) !== Math.fround(before)) this.host.change(cell, before);
    this.close(true);
  }

  private close(byKey: boolean): void {
    if (!this.open) return;
    const { cell } = this.open;
    this.open = null;
    this.box.remove();
    this.host.closed(cell, byKey);
  }

  private refuse(reason: Reason): void {
    const { say } = this.open!;
    const given = this.field.value.trim();
    this.explain(say('grid.edit.kept', { reason: say(`numbers.${reason}`, { given }) }));
  }

  private explain(text: string): void {
    this.message.textContent = text;
    this.field.toggleAttribute('aria-invalid', text !== '');
    if (text === '') this.field.removeAttribute('aria-describedby');
    else this.field.setAttribute('aria-describedby', this.message.id);
  }
}

type Reason = 'empty' | 'not-a-number' | 'non-finite';

/** The float32 that a text names, or why it names none. */
function numberIn(text: string): number | Reason {
  const plain = text.trim().replaceAll('−', '-');
  if (plain === '') return 'empty';
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return 'not-a-number';
  const value = Math.fround(Number(plain)) + 0;
  return Number.isFinite(value) ? value : 'non-finite';
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Takes pictures that are dropped on an element, or pasted anywhere on its page but into a field. Of two elements, one inside the
 * other, the inner one takes them.
 */
export class PictureDrop implements ReactiveController {
  /** Is a file being held over the element? */
  dragging = false;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly take: (file: File) => void;

  private readonly isInner: boolean;

  /** @param options inner: another element around this one may take pictures too */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    take: (file: File) => void,
    { inner = false }: { readonly inner?: boolean } = {},
  ) {
    this.host = host;
    this.take = take;
    this.isInner = inner;
    host.addController(this);
  }

  hostConnected(): void {
    // Whoever listens while the event goes down hears it first.
    window.addEventListener('paste', this.onPaste, { capture: this.isInner });
    this.host.addEventListener('dragover', this.onDragOver);
    this.host.addEventListener('dragleave', this.onDragLeave);
    this.host.addEventListener('drop', this.onDrop);
  }

  hostDisconnected(): void {
    window.removeEventListener('paste', this.onPaste, { capture: this.isInner });
    this.host.removeEventListener('dragover', this.onDragOver);
    this.host.removeEventListener('dragleave', this.onDragLeave);
    this.host.removeEventListener('drop', this.onDrop);
  }

  private readonly onPaste = (event: ClipboardEvent): void => {
    const [target] = event.composedPath();
    const isField = target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea'));
    if (!isField) this.use(event, event.clipboardData);
  };

  private readonly onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    const isTaken = event.defaultPrevented;
    event.preventDefault();
    this.show(!isTaken);
  };

  private readonly onDragLeave = (event: DragEvent): void => {
    if (!this.host.contains(event.relatedTarget as Node | null)) this.show(false);
  };

  private readonly onDrop = (event: DragEvent): void => {
    this.show(false);
    this.use(event, event.dataTransfer);
  };

  private use(event: Event, transfer: DataTransfer | null): void {
    const file = transfer?.files[0];
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    this.take(file);
  }

  private show(dragging: boolean): void {
    if (dragging === this.dragging) return;
    this.dragging = dragging;
    this.host.requestUpdate();
  }
}

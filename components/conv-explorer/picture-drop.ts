import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Takes pictures that are dropped on an element, or pasted anywhere on its page. */
export class PictureDrop implements ReactiveController {
  /** Is a file being held over the element? */
  dragging = false;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly take: (file: File) => void;

  constructor(host: ReactiveControllerHost & HTMLElement, take: (file: File) => void) {
    this.host = host;
    this.take = take;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('paste', this.onPaste);
    this.host.addEventListener('dragover', this.onDragOver);
    this.host.addEventListener('dragleave', this.onDragLeave);
    this.host.addEventListener('drop', this.onDrop);
  }

  hostDisconnected(): void {
    window.removeEventListener('paste', this.onPaste);
    this.host.removeEventListener('dragover', this.onDragOver);
    this.host.removeEventListener('dragleave', this.onDragLeave);
    this.host.removeEventListener('drop', this.onDrop);
  }

  private readonly onPaste = (event: ClipboardEvent): void => this.use(event, event.clipboardData);

  private readonly onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.show(true);
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
    if (!file) return;
    event.preventDefault();
    this.take(file);
  }

  private show(dragging: boolean): void {
    if (dragging === this.dragging) return;
    this.dragging = dragging;
    this.host.requestUpdate();
  }
}

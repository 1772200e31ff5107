/** Hands on a figure: drag turns, pinch and Ctrl+wheel zoom, a tap pins, a double tap resets. The page keeps its scroll. */

export interface PointerActions {
  /** Pixels dragged. */
  orbit(dx: number, dy: number): void;
  zoom(factor: number): void;
  reset(): void;
  hover(x: number, y: number): void;
  pin(x: number, y: number): void;
  leave(): void;
  /** The wheel may zoom without Ctrl, e.g. in full screen. */
  wheelZooms(): boolean;
}

/** Pixels that a finger may tremble during a tap. */
const tremble = 5;
const wheelStep = 0.0018;

export class PointerControls {
  private readonly canvas: HTMLElement;
  private readonly actions: PointerActions;
  private readonly down = new Map<number, { x: number; y: number }>();
  private travelled = 0;
  private readonly ending = new AbortController();

  constructor(canvas: HTMLElement, actions: PointerActions) {
    this.canvas = canvas;
    this.actions = actions;
    canvas.style.touchAction = 'pan-y';
    const { signal } = this.ending;
    canvas.addEventListener('pointerdown', (event) => this.press(event), { signal });
    canvas.addEventListener('pointermove', (event) => this.move(event), { signal });
    canvas.addEventListener('pointerup', (event) => this.release(event), { signal });
    canvas.addEventListener('pointercancel', (event) => this.down.delete(event.pointerId), { signal });
    canvas.addEventListener('pointerleave', () => this.actions.leave(), { signal });
    canvas.addEventListener('dblclick', () => this.actions.reset(), { signal });
    canvas.addEventListener('wheel', (event) => this.wheel(event), { signal, passive: false });
  }

  dispose(): void {
    this.ending.abort();
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.down.size === 0) this.travelled = 0;
    this.down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.canvas.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const before = this.down.get(event.pointerId);
    if (!before) {
      if (this.down.size === 0) this.actions.hover(...this.place(event));
      return;
    }
    const apart = this.spread();
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
    Object.assign(before, { x: event.clientX, y: event.clientY });
    this.travelled += Math.hypot(dx, dy);
    if (this.travelled <= tremble) return;
    if (this.down.size >= 2) {
      const now = this.spread();
      if (apart > 0 && now > 0) this.actions.zoom(now / apart);
      return;
    }
    this.actions.orbit(dx, event.pointerType === 'touch' ? 0 : dy);
  }

  private release(event: PointerEvent): void {
    const pressed = this.down.delete(event.pointerId);
    if (pressed && this.down.size === 0 && this.travelled <= tremble) this.actions.pin(...this.place(event));
  }

  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !this.actions.wheelZooms()) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    this.actions.zoom(Math.exp(-pixels * wheelStep * (event.ctrlKey ? 3 : 1)));
  }

  /** Distance of two fingers. */
  private spread(): number {
    const [a, b] = this.down.values();
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  }

  private place(event: PointerEvent): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }
}

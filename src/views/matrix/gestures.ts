/** Hands on the map: drag moves it, two fingers and Ctrl+wheel zoom it, a tap pins. The page keeps its scroll. */

export interface MapActions {
  hover(x: number, y: number): void;
  pin(x: number, y: number): void;
  leave(): void;
  pan(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
}

/** Pixels that a finger may tremble during a tap. */
const tremble = 5;
const wheelStep = 0.0054;

interface Finger {
  readonly x: number;
  readonly y: number;
}

export class MapGestures {
  private readonly map: HTMLElement;
  private readonly actions: MapActions;
  private readonly down = new Map<number, Finger>();
  private travelled = 0;

  constructor(map: HTMLElement, actions: MapActions) {
    this.map = map;
    this.actions = actions;
    map.style.touchAction = 'pan-y';
    map.addEventListener('pointerdown', (event) => this.press(event));
    map.addEventListener('pointermove', (event) => this.move(event));
    map.addEventListener('pointerup', (event) => this.release(event));
    map.addEventListener('pointercancel', (event) => this.down.delete(event.pointerId));
    map.addEventListener('pointerleave', () => this.actions.leave());
    map.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.down.size === 0) this.travelled = 0;
    this.down.set(event.pointerId, this.place(event));
    this.map.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const now = this.place(event);
    const before = this.down.get(event.pointerId);
    if (!before) {
      if (this.down.size === 0) this.actions.hover(now.x, now.y);
      return;
    }
    const [centreBefore, spreadBefore] = this.grip();
    this.down.set(event.pointerId, now);
    this.travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (this.travelled <= tremble) return;
    const [centre, spread] = this.grip();
    const isFinger = event.pointerType === 'touch' && this.down.size === 1;
    this.actions.pan(centre.x - centreBefore.x, isFinger ? 0 : centre.y - centreBefore.y);
    if (spread > 0 && spreadBefore > 0) this.actions.zoom(spread / spreadBefore, centre.x, centre.y);
  }

  private release(event: PointerEvent): void {
    const pressed = this.down.delete(event.pointerId);
    if (!pressed || this.down.size > 0 || this.travelled > tremble) return;
    const { x, y } = this.place(event);
    this.actions.pin(x, y);
  }

  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    const { x, y } = this.place(event);
    this.actions.zoom(Math.exp(-pixels * wheelStep), x, y);
  }

  /** The middle of the fingers, and how far apart two of them are. */
  private grip(): readonly [centre: Finger, spread: number] {
    const fingers = [...this.down.values()];
    const centre = {
      x: fingers.reduce((sum, { x }) => sum + x, 0) / fingers.length,
      y: fingers.reduce((sum, { y }) => sum + y, 0) / fingers.length,
    };
    const [a, b] = fingers;
    return [centre, a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0];
  }

  private place(event: MouseEvent): Finger {
    const box = this.map.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}

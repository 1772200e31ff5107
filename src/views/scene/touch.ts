import type { ViewIntent } from '../../timeline/types.js';
import { rayAt } from './camera.js';
import type * as Hands from './hands.js';
import type { SceneLayout } from './layout/scene-layout.js';
import { inside } from './pane-place.js';
import type { Pane } from './panes.js';
import { PointedAt } from './pointed-at.js';
import type { PointerActions, PointerControls } from './pointer.js';
import type { SceneOptions } from './scene-options.js';
import type { Staging } from './staging.js';

/** What is drawn where. */
export interface Seen {
  readonly layout: SceneLayout;
  readonly staging: Staging;
  readonly panes: readonly Pane[];
}

/** A picture as hands have to do with it. */
export interface Touchable extends Pick<PointerActions, 'orbit' | 'zoom' | 'reset' | 'wheelZooms'> {
  /** null before the first picture. */
  seen(): Seen | null;
  /** Number of the stage in hand. */
  stage(): number;
}

/** Hands on a picture. What they need comes after the first picture: nobody points at a thing before it is seen. */
export class Touch {
  private readonly canvas: HTMLCanvasElement;
  private readonly options: SceneOptions;
  private readonly picture: Touchable;
  private readonly pointedAt: PointedAt;
  private hands: typeof Hands | null = null;
  private asked = false;
  private pointer: PointerControls | null = null;
  private disposed = false;

  constructor(canvas: HTMLCanvasElement, options: SceneOptions, picture: Touchable) {
    this.canvas = canvas;
    this.options = options;
    this.picture = picture;
    this.pointedAt = new PointedAt((intent) => this.options.onIntent?.(intent));
  }

  /** What cannot be loaded is tried again with the next picture. */
  fetch(): void {
    if (this.asked) return;
    this.asked = true;
    import('./hands.js').then(
      (hands) => {
        if (this.disposed) return;
        this.hands = hands;
        this.pointer = new hands.PointerControls(this.canvas, this.actions());
      },
      () => (this.asked = false),
    );
  }

  /** What is at a point of the canvas, in CSS pixels; nothing while the first picture is made. */
  pick(x: number, y: number): ViewIntent | null {
    const seen = this.picture.seen();
    const pane = seen && [...seen.panes].reverse().find((each) => inside(each, x, y));
    if (!pane || !this.hands) return null;
    const ray = rayAt(pane.view, x - pane.x, y - pane.y, pane.size);
    const target = this.hands.pickTarget(ray, seen.layout, seen.staging, pane.shows);
    return target && { kind: 'hover', ...target };
  }

  dispose(): void {
    this.disposed = true;
    this.pointer?.dispose();
  }

  private actions(): PointerActions {
    return {
      ...this.picture,
      hover: (x, y) => this.point(x, y, 'hover'),
      pin: (x, y) => {
        this.options.onRequestFocus?.();
        this.point(x, y, 'pin');
      },
      leave: () => this.pointTo(null),
    };
  }

  private point(x: number, y: number, kind: 'hover' | 'pin'): void {
    const found = this.pick(x, y);
    this.pointTo(found && { ...found, kind });
  }

  private pointTo(intent: ViewIntent | null): void {
    this.pointedAt.change(intent, this.picture.stage());
  }
}

import { page } from './page.js';
import type { Drawable } from './types.js';

/** Marks a drawable dirty: it is drawn in the next animation frame in which it is visible. */
export function requestDraw(drawable: Drawable): void {
  page().loop.request(drawable);
}

/** To be called when an off-screen drawable comes into view; it is drawn if it is still dirty. */
export function drawableBecameVisible(drawable: Drawable): void {
  page().loop.becameVisible(drawable);
}

/** Takes a drawable out, e.g. when its element leaves the page. */
export function cancelDraw(drawable: Drawable): void {
  page().loop.forget(drawable);
}

/** What a person's hands do to the camera, on top of a preset. Damped: the shown angles follow the asked ones. */
import type { Angles, View } from './camera.js';

const degrees = Math.PI / 180;
/** Milliseconds in which the distance to the asked angles shrinks to a third. */
const lag = 70;
const closeEnough = 1e-4;
const limits = { yaw: 180 * degrees, pitch: 80 * degrees, zoom: Math.log(8) };

interface Turn {
  yaw: number;
  pitch: number;
  /** Natural logarithm of the magnification. */
  zoom: number;
}

export class Orbit {
  private readonly asked: Turn = { yaw: 0, pitch: 0, zoom: 0 };
  private readonly now: Turn = { yaw: 0, pitch: 0, zoom: 0 };

  /** Angles in radians. */
  turn(yaw: number, pitch: number): void {
    this.asked.yaw = bound(this.asked.yaw + yaw, limits.yaw);
    this.asked.pitch = bound(this.asked.pitch + pitch, limits.pitch);
  }

  /** @param factor above 1 magnifies */
  zoom(factor: number): void {
    this.asked.zoom = bound(this.asked.zoom + Math.log(factor), limits.zoom);
  }

  reset(): void {
    Object.assign(this.asked, { yaw: 0, pitch: 0, zoom: 0 });
  }

  /** Turned and magnified as another one is asked to be, at once. */
  copy({ asked }: Orbit): void {
    Object.assign(this.asked, asked);
    Object.assign(this.now, asked);
  }

  get untouched(): boolean {
    return this.asked.yaw === 0 && this.asked.pitch === 0 && this.asked.zoom === 0;
  }

  /** @returns true while it still moves */
  advance(milliseconds: number, atOnce: boolean): boolean {
    const share = atOnce ? 1 : 1 - Math.exp(-milliseconds / lag);
    let moving = false;
    for (const angle of ['yaw', 'pitch', 'zoom'] as const) {
      const left = this.asked[angle] - this.now[angle];
      const settled = Math.abs(left) < closeEnough || share === 1;
      this.now[angle] = settled ? this.asked[angle] : this.now[angle] + left * share;
      moving ||= !settled;
    }
    return moving;
  }

  /** The shown angles of a preset's. */
  turned(angles: Angles): Angles {
    const { yaw, pitch } = this.now;
    if (yaw === 0 && pitch === 0) return angles;
    return { ...angles, yaw: angles.yaw + yaw, pitch: bound(angles.pitch + pitch, limits.pitch) };
  }

  magnified(view: View): View {
    return { ...view, distance: view.distance / Math.exp(this.now.zoom) };
  }
}

function bound(value: number, limit: number): number {
  return Math.min(Math.max(value, -limit), limit);
}

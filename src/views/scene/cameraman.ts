import { between, type Size, type View } from './camera.js';
import { ease } from './choreography/progress.js';
import type { SceneLayout } from './layout/scene-layout.js';
import { Orbit } from './orbit.js';
import { defaultPreset, panesOf, type CameraPreset, type Pane } from './panes.js';

/** Milliseconds from one preset to another. */
const flightDuration = 600;
const radiansPerPixel = 0.006;

/** Chooses the panes of a canvas: a preset, what hands did to it, and the flight from one preset to another. */
export class Cameraman {
  panes: readonly Pane[] = [];
  private preset: CameraPreset | null = null;
  private readonly orbit = new Orbit();
  private flight: { readonly from: View; begun: number | null } | null = null;

  presetFor(size: Size): CameraPreset {
    return this.preset ?? defaultPreset(size);
  }

  /** Flies to a preset, null for the one that fits the size, and forgets what hands did. */
  go(preset: CameraPreset | null, flies: boolean): void {
    const here = this.view;
    this.preset = preset;
    this.orbit.reset();
    this.orbit.advance(0, true);
    this.flight = here && flies ? { from: here, begun: null } : null;
  }

  /** Looks as another one does, at once. */
  copy({ preset, orbit }: Cameraman): void {
    this.preset = preset;
    this.orbit.copy(orbit);
    this.flight = null;
  }

  /** Flies from here to wherever the preset leads next: another stage has come into hand. */
  follow(): void {
    const here = this.view;
    this.flight = here && { from: here, begun: null };
  }

  /** @param dx pixels to the right, @param dy pixels down */
  turn(dx: number, dy: number): void {
    this.orbit.turn(-dx * radiansPerPixel, dy * radiansPerPixel);
  }

  /** @param factor above 1 magnifies */
  zoom(factor: number): void {
    this.orbit.zoom(factor);
  }

  reset(): void {
    this.orbit.reset();
  }

  /** Hands have turned or magnified the preset. */
  get turned(): boolean {
    return !this.orbit.untouched;
  }

  /** Of the main pane; null before the first picture. */
  get view(): View | null {
    return this.panes.find(({ kind }) => kind === 'main')?.view ?? null;
  }

  /**
   * Places the panes for a moment in time.
   *
   * @returns true while the camera still moves
   */
  place(layout: SceneLayout, size: Size, now: number, milliseconds: number, atOnce: boolean): boolean {
    const turning = this.orbit.advance(milliseconds, atOnce);
    const share = this.flightShare(now);
    const { flight } = this;
    const placed = panesOf(layout, this.presetFor(size), size, (angles) => this.orbit.turned(angles));
    let arrived = share === 1;
    this.panes = placed.map((pane) => {
      if (pane.kind !== 'main') return pane;
      const view = this.orbit.magnified(pane.view);
      arrived ||= JSON.stringify(view) === JSON.stringify(flight?.from);
      return { ...pane, view: flight ? between(flight.from, view, ease(share)) : view };
    });
    if (arrived) this.flight = null;
    return turning || !arrived;
  }

  private flightShare(now: number): number {
    if (!this.flight) return 1;
    this.flight.begun ??= now;
    return Math.min((now - this.flight.begun) / flightDuration, 1);
  }
}

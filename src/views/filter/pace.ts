/** Longer sides, in pixels, at which a moving picture is worked on. */
export const workingSides = [128, 256, 512, 1024] as const;

/** Longest and shortest time from frame to frame, in milliseconds, the shorter one above a display's own 17: beyond, a smaller or a larger size is tried. Four times as many pixels
 * of the shorter one stay below the longer one, so that the size does not swing. */
const [slow, quick] = [100, 22];

/** Frames that are measured before the size changes: the first ones after a change make textures, and tell little. */
const trial = 4;

/** Finds the size at which frames come often enough on this machine. */
export class Pace {
  private place = 1;
  private frames: number[] = [];

  /** Of the longer side of the next frame, in pixels. */
  get side(): number {
    return workingSides[this.place];
  }

  /** Takes the time from one frame to the next, in milliseconds. */
  measured(milliseconds: number): void {
    this.frames.push(milliseconds);
    if (this.frames.length < trial) return;
    const middle = [...this.frames].sort((one, other) => one - other)[trial / 2];
    this.frames = [];
    if (middle > slow) this.place = Math.max(this.place - 1, 0);
    else if (middle < quick) this.place = Math.min(this.place + 1, workingSides.length - 1);
  }
}

/** A way to draw so many cells, one frame after the other. */
export interface Technique {
  readonly name: string;
  readonly gl: WebGL2RenderingContext;
  /** Draws the next frame; it need not be finished. */
  frame(): void;
  /** Pixels of the picture. */
  size(): { readonly width: number; readonly height: number };
  dispose(): void;
}

/** CSS pixels, at one device pixel each. */
export const pictureSize = { width: 800, height: 500 } as const;

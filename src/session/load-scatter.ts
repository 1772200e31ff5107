/** Only transposed stages have stamps and a canvas: what computes them is fetched with the first one. */

export type Scatter = typeof import('./scatter.js');

let here: Scatter | null = null;
let coming: Promise<Scatter> | null = null;

/** Null until it has been fetched. */
export function scatterHere(): Scatter | null {
  return here;
}

/** What could not be fetched is tried again when it is next asked for. */
export function loadScatter(): Promise<Scatter> {
  coming ??= import('./scatter.js').then(
    (module) => (here = module),
    (error: unknown) => {
      coming = null;
      throw error;
    },
  );
  return coming;
}

/** Tiles of single products: one use of a weight, which ends in one output cell or in none. */
import type { WeightIndex, Index4 } from '../../../../math/types.js';
import type { Vector } from '../../layout/space.js';
import type { Target, Tile } from '../../staging.js';
import { lookOf } from '../scene.js';
import type { ScatterScene } from './scene.js';

export interface Product {
  readonly value: number;
  readonly input: Index4;
  readonly weight: WeightIndex;
  /** null where the padding crops it. */
  readonly output: Index4 | null;
}

/** An added product stays readable: flat, edged in the colour of the sum that it went into. */
const added = { opacity: 0.82, flat: 0.3 };

export function productTile(
  { view }: ScatterScene,
  { value, input, weight, output }: Product,
  centre: Vector,
  size: Vector,
): Tile {
  const target: Target = {
    stage: view.stage.index,
    tensor: 'weights',
    index: weight,
    ...(output ? { pair: { input, output } } : {}),
  };
  return {
    station: 'output',
    kind: 'solid',
    centre,
    size,
    ...lookOf(view, 'products', value),
    tone: output ? 'kernel' : 'muted',
    opacity: 1,
    glow: 0.4,
    ...(output ? { target } : {}),
  };
}

export function asAdded(tile: Tile): Tile {
  const [width, height, depth] = tile.size;
  return {
    ...tile,
    size: [width, height, depth * added.flat],
    tone: tile.target ? 'output' : 'muted',
    opacity: added.opacity,
    glow: 0,
  };
}

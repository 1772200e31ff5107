import { formatShape } from '../shape.js';
import type { Say } from '../say.js';
import type { Shape4 } from '../../math/types.js';

/** 'Input 5 × 5 × 3', and which image of how many. */
export function shapeTitle(name: string, shape: Shape4, batch: number, say: Say): string {
  const [images, height, width, channels] = shape;
  const title = `${name} ${formatShape([height, width, channels])}`;
  return images === 1 ? title : `${title} · ${say('grid.image', { image: batch + 1, images })}`;
}

import { Draft } from '../draft.js';
import type { NetworkSpec } from '../types.js';
import { resolution } from './recipe.js';
import type { Recipe } from './recipe.js';

export interface DilatedContextOptions {
  readonly resolution: number;
  /** Channels that come in and go out: scores of classes, for each place. */
  readonly classes: number;
}

/** Rates of the 3 × 3 layers (arXiv 1511.07122, table 1); a 1 × 1 layer follows. */
const rates = [1, 1, 2, 4, 8, 16, 1];

function build({
  resolution: size = 64,
  classes: channels = 21,
}: Partial<DilatedContextOptions>): NetworkSpec {
  const net = new Draft();
  net.add('input', { op: 'input', shape: [size, size, channels] });
  rates.forEach((dilation, index) => {
    const name = `layer${index + 1}`;
    net.add(name, { op: 'conv', filters: channels, kernel: 3, dilation, padding: 'symmetric', bias: true });
    net.add(`${name}_relu`, { op: 'activation', activation: 'relu' });
  });
  net.add('layer8', { op: 'conv', filters: channels, kernel: 1, bias: true });
  return net.spec;
}

/** A segmentation head that sees 67 × 67 places without losing one: the basic context module (Yu and Koltun 2016). */
export const dilatedContext: Recipe<DilatedContextOptions> = {
  id: 'dilated-context',
  knobs: [resolution(64, [64, 90, 128]), { name: 'classes', default: 21, choices: [2, 11, 19, 21] }],
  published: [],
  build: (options = {}) => build(options),
};

import { bneck } from './catalogue/bneck.js';
import { bottleneck } from './catalogue/bottleneck.js';
import { fiveByFive } from './catalogue/five-by-five.js';
import { head } from './catalogue/head.js';
import { inception } from './catalogue/inception.js';
import { invertedResidual } from './catalogue/inverted-residual.js';
import { depthwisePair } from './catalogue/mobilenet-v1.js';
import { toSeparable } from './catalogue/to-separable.js';
import { xceptionFlow } from './catalogue/xception.js';
import type { Block } from './types.js';

/** Every block that we know, in menu order. A new one is its own file and a line here. */
export const blocks: readonly Block[] = [
  inception,
  fiveByFive,
  toSeparable,
  xceptionFlow,
  depthwisePair,
  invertedResidual,
  bneck,
  bottleneck,
  head,
];

/** The block that a network is built of, by the id of its recipe; undefined where we know none. */
export function blockOfNetwork(id: string): Block | undefined {
  return blocks.find(({ networks }) => networks.includes(id));
}

/** The block of an id, or undefined. */
export function blockNamed(id: string): Block | undefined {
  return blocks.find((block) => block.id === id);
}

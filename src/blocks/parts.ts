/** What several blocks are made of. */
import { Draft } from '../networks/index.js';
import type { NetworkSpec, Shape } from '../networks/index.js';

/** A network of one input and the rows that are added. */
export function blockOf(shape: Shape, add: (net: Draft) => void): NetworkSpec {
  const net = new Draft();
  net.add('input', { op: 'input', shape });
  add(net);
  return net.spec;
}

interface Window {
  readonly filters: number;
  readonly kernel: number;
  readonly groups?: number;
}

/**
 * A convolution with its bias that keeps the plane, and its ReLU; biases in place of batch norm, as in Inception's first version.
 *
 * @returns the name of the last row
 */
export function addRectified(net: Draft, name: string, window: Window, from?: readonly string[]): string {
  net.add(name, { op: 'conv', padding: 'symmetric', bias: true, ...window }, from);
  return net.add(`${name}_relu`, { op: 'activation', activation: 'relu' });
}

import { Draft } from '../draft.js';
import type { NetworkSpec } from '../types.js';
import type { Recipe } from './recipe.js';

export interface DcganOptions {
  /** Channels of the first plane; each stamp halves them. */
  readonly width: number;
}

/** Random numbers that a picture is made of. */
const latent = 100;

function build({ width = 1024 }: Partial<DcganOptions>): NetworkSpec {
  const net = new Draft();
  net.add('input', { op: 'input', shape: [latent] });
  net.add('project', { op: 'dense', units: 4 * 4 * width, bias: false });
  net.add('reshape', { op: 'reshape', shape: [4, 4, width] });
  const finish = (name: string): void => {
    net.add(`${name}_bn`, { op: 'batch-norm' });
    net.add(`${name}_relu`, { op: 'activation', activation: 'relu' });
  };
  finish('project');
  const stamps = [width / 2, width / 4, width / 8].map(Math.floor);
  stamps.forEach((filters, index) => {
    const name = `conv${index + 1}`;
    net.add(name, { op: 'transposed', filters, kernel: 5, stride: 2, padding: 'same' });
    finish(name);
  });
  net.add('conv4', { op: 'transposed', filters: 3, kernel: 5, stride: 2, padding: 'same', bias: true });
  net.add('tanh', { op: 'activation', activation: 'tanh' });
  return net.spec;
}

/** A hundred random numbers become a picture of 64 × 64 by four transposed layers (Radford et al. 2016, arXiv 1511.06434, figure 1). */
export const dcganGenerator: Recipe<DcganOptions> = {
  id: 'dcgan-generator',
  knobs: [{ name: 'width', default: 1024, choices: [256, 512, 1024] }],
  published: [],
  build: (options = {}) => build(options),
};

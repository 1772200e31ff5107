/** The place in hand is framed alike in every choreography: how thick its frames are, and how strong. */
import type { Lattice } from '../layout/lattice.js';
import { settle } from './progress.js';
import { shown, type Scene } from './scene.js';

/** Opacity of what belongs to the run while somebody points elsewhere. */
export const steppedBack = 0.3;
/** Thickness of a frame round cells of one cell unit. */
const thickness = 0.08;
/** Frames get thinner with the cells, down to cells of this pitch. */
const smallestPitch = 0.35;

/** What thicknesses are multiplied by where cells are smaller than one cell unit. */
export function lineScale({ pitch }: Pick<Lattice, 'pitch'>): number {
  return Math.max(Math.abs(pitch[0]), smallestPitch);
}

/** Cell units. */
export function frameThickness(lattice: Pick<Lattice, 'pitch'>): number {
  return thickness * lineScale(lattice);
}

/** Frames come as the place is taken, and step back while somebody points elsewhere. */
export function placeOpacity(scene: Pick<Scene, 'frame' | 'reducedMotion' | 'pointed'>): number {
  return settle(shown(scene, 'place')) * (scene.pointed ? steppedBack : 1);
}

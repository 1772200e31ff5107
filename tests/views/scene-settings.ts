/** Scenes set up for moments, without a canvas; and what tests look up in a staging. */
import type { Choreography, Setting } from '../../src/views/scene/choreography/choreography.js';
import { factsOf } from '../../src/views/scene/choreography/facts.js';
import type { Lattice } from '../../src/views/scene/layout/lattice.js';
import type { Vector } from '../../src/views/scene/layout/space.js';
import type { Staging, Tile } from '../../src/views/scene/staging.js';
import type { Selection } from '../../src/timeline/types.js';
import type { Example } from './scene-moment.js';

export function settingOf(choreography: Choreography, example: Example, step = 0): Setting {
  return choreography(factsOf(example.at(step)));
}

export function stagingOf(
  choreography: Choreography,
  example: Example,
  step: number,
  { still = false, selection = null }: { still?: boolean; selection?: Selection | null } = {},
): Staging {
  return settingOf(choreography, example, step).stage(example.at(step, selection), still);
}

/** Tiles with a value whose middle is at a place, seen from the front. */
export function tilesAt({ tiles }: Staging, [x, y]: Vector | readonly [number, number]): Tile[] {
  return tiles.filter(
    ({ kind, centre }) =>
      kind !== 'plain' && kind !== 'mark' && Math.hypot(centre[0] - x, centre[1] - y) < 1e-6,
  );
}

/** Every index that a lattice's arithmetic reaches, by brute force. */
export function elementsOf({ counts, base, strides }: Lattice): number[] {
  const found: number[] = [];
  for (let repeat = 0; repeat < counts[3]; repeat++)
    for (let depth = 0; depth < counts[2]; depth++)
      for (let row = 0; row < counts[1]; row++)
        for (let column = 0; column < counts[0]; column++)
          found.push(
            base + column * strides[0] + row * strides[1] + depth * strides[2] + repeat * strides[3],
          );
  return found;
}

/** Every number that would be drawn. */
export function numbersOf({ tiles, lines, links, volumes }: Staging): number[] {
  return [
    ...tiles.flatMap(({ centre, size, opacity, glow }) => [...centre, ...size, opacity, glow]),
    ...[...lines, ...links].flatMap(({ from, to, thickness, opacity }) => [
      ...from,
      ...to,
      thickness,
      opacity,
    ]),
    ...Object.values(volumes).flatMap(({ lattice: { origin, depth, repeat, cell }, glass = 0 }) => [
      ...origin,
      ...depth,
      ...repeat,
      ...cell,
      glass,
    ]),
  ];
}

export function printed(value: number): string {
  return String(value).replace('-', '−');
}

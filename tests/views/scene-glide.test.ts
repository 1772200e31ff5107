import { describe, expect, it } from 'vitest';
import { between, Glide } from '../../src/views/scene/glide.js';
import { boxOfLattice } from '../../src/views/scene/layout/lattice.js';
import type { Staging, Tile } from '../../src/views/scene/staging.js';
import { stepsOf } from '../../src/timeline/position.js';
import type { Moment, Walk } from '../../src/timeline/types.js';
import { choreographyFor } from '../../src/views/scene/choreography/choose.js';
import { factsOf } from '../../src/views/scene/choreography/facts.js';
import { addresses, fourTextures, threeTextures, transposedExample, type Example } from './scene-moment.js';
import { numbersOf } from './scene-settings.js';

async function stage(moment: Moment): Promise<Staging> {
  const facts = factsOf(moment);
  return (await choreographyFor(facts))(facts).stage(moment, false);
}

const opening = (example: Example) => stage(example.at(0));
const finished = (example: Example, walk: Walk = 'output') =>
  stage(example.at(stepsOf(example.plan, walk), null, walk));
const posts = ({ tiles }: Staging): Tile[] =>
  tiles.filter(({ station, target }) => station === 'input' && target?.tensor === 'weights');
const canvasCells = ({ tiles }: Staging): Tile[] =>
  tiles.filter(({ identity }) => identity?.startsWith('canvas '));

describe('a glide from one layer to the next', () => {
  it('dilation: every post goes from its old place to its new one, with its weight', async () => {
    const [two, three] = await Promise.all(
      [2, 3].map((dilation) => opening(addresses({ input: [7, 7, 1], dilation }))),
    );
    const [start, half, end] = [0, 0.5, 1].map((share) => posts(between(two, three, share)));
    const places = (tiles: Tile[]) => tiles.map(({ text, centre }) => [text, ...centre]);
    expect(places(start)).toEqual(places(posts(two)));
    expect(places(end)).toEqual(places(posts(three)));
    half.forEach(({ centre }, i) => {
      expect(centre[0]).toBeCloseTo((posts(two)[i].centre[0] + posts(three)[i].centre[0]) / 2);
      expect(centre[1]).toBeCloseTo((posts(two)[i].centre[1] + posts(three)[i].centre[1]) / 2);
    });
  });

  it('crop: the canvas does not move, only the edges of the mount do', async () => {
    const [cropped, uncovered] = await Promise.all(
      [0, 1].map((outputPadding) =>
        finished(transposedExample({ padding: [1, 1, 1, 1], outputPadding }), 'input'),
      ),
    );
    const half = between(cropped, uncovered, 0.5);
    const place = ({ identity, text, centre }: Tile) => [identity, text, ...centre.slice(0, 2)].join(' ');
    expect(canvasCells(cropped).map(place).sort()).toEqual(canvasCells(uncovered).map(place).sort());
    expect(canvasCells(half).map(place).sort()).toEqual(canvasCells(cropped).map(place).sort());
    const mount = ({ tiles }: Staging) => tiles.filter(({ identity }) => identity?.startsWith('mount '));
    const [before, on, after] = [cropped, half, uncovered].map(mount);
    expect(before).toHaveLength(4);
    expect(on[1].centre[1]).toBeCloseTo((before[1].centre[1] + after[1].centre[1]) / 2);
    expect(after[1].centre[1]).toBeLessThan(before[1].centre[1]);
    expect(after[0].centre[1]).toBeCloseTo(before[0].centre[1]);
  });

  it('groups: the volume of the standard picture becomes the lanes of the depthwise one', async () => {
    const [grouped, lanes] = await Promise.all([2, 4].map((groups) => finished(fourTextures(groups))));
    const name = Object.keys(lanes.volumes).find((id) => id.startsWith('input'))!;
    const box = (share: number) => boxOfLattice(between(grouped, lanes, share).volumes[name].lattice);
    expect(box(0)).toEqual(boxOfLattice(grouped.volumes.input.lattice));
    expect(box(1)).toEqual(boxOfLattice(lanes.volumes[name].lattice));
  });

  it('what only one of the pictures has fades', async () => {
    const [plain, withBias] = await Promise.all(
      [false, true].map((bias) => finished(threeTextures({ bias }))),
    );
    const strength = (share: number) =>
      between(plain, withBias, share).tiles.reduce((sum, { opacity }) => sum + opacity, 0);
    const total = ({ tiles }: Staging) => tiles.reduce((sum, { opacity }) => sum + opacity, 0);
    expect(strength(0)).toBeCloseTo(total(plain));
    expect(strength(1)).toBeCloseTo(total(withBias));
  });

  it('shows numbers of the new layer only, from the first frame on', async () => {
    const [two, three] = await Promise.all(
      [2, 3].map((dilation) => finished(addresses({ input: [7, 7, 1], dilation }))),
    );
    const solid = between(two, three, 0.01).tiles.filter(
      ({ opacity, kind }) => kind === 'solid' && opacity > 0.99,
    );
    const known = new Set(three.tiles.map(({ text }) => text));
    expect(solid.length).toBeGreaterThan(9);
    expect(solid.filter(({ text }) => !known.has(text))).toEqual([]);
    expect(numbersOf(between(two, three, 0.3)).every(Number.isFinite)).toBe(true);
  });

  it('takes 600 ms, and another change begins where the last picture stood', async () => {
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map((dilation) => opening(addresses({ input: [7, 7, 1], dilation }))),
    );
    const glide = new Glide();
    expect(glide.at(0, one)).toBe(one);
    glide.begin(one);
    expect(glide.moving).toBe(true);
    glide.at(1000, two);
    const midway = glide.at(1300, two);
    expect(midway).not.toBe(two);
    glide.begin(midway);
    expect(glide.at(1310, three).volumes.input.lattice).toEqual(midway.volumes.input.lattice);
    expect(glide.at(1910, three)).toBe(three);
    expect(glide.moving).toBe(false);
  });
});

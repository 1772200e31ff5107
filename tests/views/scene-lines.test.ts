/** Convolutions along one line of cells. */
import { describe, expect, it } from 'vitest';
import type { ConvSpec } from '../../src/math/types.js';
import { project } from '../../src/views/scene/camera.js';
import { choreographyFor } from '../../src/views/scene/choreography/choose.js';
import { factsOf } from '../../src/views/scene/choreography/facts.js';
import { boxShare, cellCentre } from '../../src/views/scene/layout/lattice.js';
import type { SceneLayout } from '../../src/views/scene/layout/scene-layout.js';
import { panesOf, roomOf, type CameraPreset, type Pane } from '../../src/views/scene/panes.js';
import { smallIntegers } from './scene-moment.js';
import { numbersOf } from './scene-settings.js';

async function layoutOf(spec: ConvSpec, size: { width: number; height: number }): Promise<SceneLayout> {
  const facts = factsOf(smallIntegers(spec).at(0), { room: roomOf(size) });
  return (await choreographyFor(facts))(facts).layout;
}

const dilated: ConvSpec = { input: [1, 13, 1], kernel: [1, 3], dilation: [1, 2], padding: 'same' };
const lesson = { width: 690, height: 445 };
const phone = { width: 332, height: 280 };

/** Height in pixels of the first cell of a tensor. */
function cellIn(layout: SceneLayout, tensor: 'input' | 'output', { view, size }: Pane): number {
  const { lattice } = layout.volumes.find((volume) => volume.station === tensor)!;
  return project(view, cellCentre(lattice, [0, 0, 0, 0]), size).scale * lattice.pitch[0] * boxShare;
}

describe.each<[string, ConvSpec]>([
  ['dilated', dilated],
  ['plain', { input: [1, 20, 1], kernel: [1, 5], bias: true }],
  ['strided', { input: [1, 40, 1], kernel: [1, 3], stride: [1, 3] }],
])('a long line, %s', (_, spec) => {
  it('stands above the bench, and what is made of it below', async () => {
    const { bounds } = await layoutOf(spec, lesson);
    expect(bounds.input!.min[1]).toBeGreaterThan(bounds.bench!.max[1] - 0.6);
    expect(bounds.output!.max[1]).toBeLessThan(bounds.bench!.min[1]);
    expect(bounds.rack!.min[0]).toBeGreaterThan(bounds.output!.max[0]);
    expect(bounds.input!.max[0] - bounds.input!.min[0]).toBeLessThan(
      (bounds.bench!.max[0] - bounds.bench!.min[0]) * 1.1,
    );
  });

  it('has numbers alone at every moment', async () => {
    const example = smallIntegers(spec);
    const { steps } = example.at(0).frame;
    const setting = (await choreographyFor(factsOf(example.at(0))))(factsOf(example.at(0)));
    for (let i = 0; i <= 20; i++) {
      const staging = setting.stage(example.at((i / 20) * steps), false);
      expect(numbersOf(staging).every(Number.isFinite)).toBe(true);
    }
  });
});

it.each<[CameraPreset]>([['front'], ['overview']])(
  'thirteen cells can be read, camera %s',
  async (camera) => {
    const layout = await layoutOf(dilated, lesson);
    const [pane] = panesOf(layout, camera, lesson);
    expect(cellIn(layout, 'input', pane)).toBeGreaterThan(24);
    expect(cellIn(layout, 'output', pane)).toBeGreaterThan(24);
  },
);

it('on a phone a line stands with its bench, and at the end above its output', async () => {
  const layout = await layoutOf(dilated, phone);
  expect(panesOf(layout, 'kernel', phone)).toHaveLength(1);
  const [output, input] = panesOf(layout, 'output', phone);
  expect([input.y, output.y, input.size.width, output.size.width]).toEqual([0, 140, 332, 332]);
  expect(cellIn(layout, 'output', output)).toBeGreaterThan(18);
});

it('a short line stays in a row with the bench', async () => {
  const { bounds } = await layoutOf({ input: [1, 4, 1], kernel: [1, 3] }, lesson);
  expect(bounds.input!.max[0]).toBeLessThan(bounds.bench!.min[0]);
});

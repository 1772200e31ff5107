import { afterEach, describe, expect, it } from 'vitest';
import type { Moment } from '../../src/timeline/types.js';
import { SceneView } from '../../src/views/scene/scene-view.js';
import { bookkeeping } from './scene-bookkeeping.js';
import {
  smallIntegers,
  stepIn,
  texturesByChannel,
  texturesMixed,
  texturesSeparable,
  threeTextures,
} from './scene-moment.js';
import { paperTheme } from './scene-themes.js';

const views: SceneView[] = [];

afterEach(() => {
  for (const view of views.splice(0)) view.dispose();
  document.body.replaceChildren();
});

function figure(reducedMotion = true) {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  let arrived = () => {};
  const view = new SceneView(canvas, {
    theme: paperTheme,
    reducedMotion,
    adaptive: false,
    onLabels: () => arrived(),
  });
  views.push(view);
  view.resize(640, 360, 1);
  return {
    view,
    async show(moment: Moment): Promise<Uint8ClampedArray> {
      const drawn = new Promise<void>((resolve) => (arrived = resolve));
      view.show(moment);
      await drawn;
      return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
    },
  };
}

function different(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 4)
    if (Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) + Math.abs(a[i + 2] - b[i + 2]) > 24) count++;
  return count;
}

const separable = texturesSeparable();
const kinds = {
  lanes: [texturesByChannel(), ['spread', 'filter', 'lift', 'weigh', 'add', 'write'], 0],
  rod: [texturesMixed(), ['filter', 'place', 'lift', 'weigh', 'merge', 'write'], 0],
  'second stage of a chain': [separable, ['filter', 'place', 'lift', 'weigh', 'merge', 'write'], 1],
} as const;

describe.each(Object.entries(kinds))('%s', (_name, [example, beats, stage]) => {
  it('is loaded on demand and differs in every beat', async () => {
    const { show } = figure(false);
    let last = await show(example.at(0));
    for (const beat of beats) {
      const now = await show(example.at(stepIn(example.plan, beat, 0.5, { stage })));
      expect(different(now, last), beat).toBeGreaterThan(100);
      last = now;
    }
  });

  it('is the same for the same moment, whatever was shown before', async () => {
    const { show } = figure();
    const step = stepIn(example.plan, 'weigh', 0.4, { stage });
    const first = await show(example.at(step));
    await show(example.at(example.at(0).frame.steps));
    await show(threeTextures().at(100));
    expect(different(await show(example.at(step)), first)).toBe(0);
  });

  it('changes when an input cell is pointed at', async () => {
    const { show } = figure();
    const step = example.at(0).frame.steps;
    const selection = { stage, tensor: 'input', index: [0, 1, 1, 1], pinned: false } as const;
    expect(different(await show(example.at(step)), await show(example.at(step, selection)))).toBeGreaterThan(
      200,
    );
  });
});

it('at most three draw calls for each volume: they do not depend on the number of cells, and stay few', async () => {
  const calls: number[] = [];
  for (const side of [8, 64]) {
    const { show } = figure();
    const many = smallIntegers(
      { input: [side, side, 16], groups: 16, filters: 16, padding: 'same' },
      { kernel: 1, filters: 32 },
    );
    await show(many.at(stepIn(many.plan, 'add', 0.5, { ordinal: 40 })));
    calls.push(bookkeeping().render.calls);
  }
  expect(calls[1]).toBe(calls[0]);
  expect(calls[0]).toBeLessThanOrEqual(20);
});

it('a change of the choreography frees what the next one does not need', async () => {
  const { show } = figure();
  const plain = threeTextures();
  const many = smallIntegers({ input: [9, 9, 9], groups: 9, filters: 18 });
  await show(many.at(30));
  await show(plain.at(30));
  const before = { ...bookkeeping().memory };
  await show(many.at(30));
  expect(bookkeeping().memory.textures).toBeGreaterThan(before.textures);
  await show(plain.at(30));
  expect({ ...bookkeeping().memory }).toEqual(before);
});

it('points at the stage in hand and at the tensor between the stages', async () => {
  const { show, view } = figure();
  view.setCamera('front');
  await show(separable.at(stepIn(separable.plan, 'write', 0.5, { stage: 1, ordinal: 20 })));
  // Asked for by the first picture; whoever asks later is answered later.
  await import('../../src/views/scene/hands.js');
  const found = new Map<string, number>();
  for (let x = 2; x < 640; x += 4)
    for (let y = 2; y < 360; y += 4) {
      const intent = view.pick(x, y);
      if (intent)
        found.set(
          `${intent.stage} ${intent.tensor}`,
          (found.get(`${intent.stage} ${intent.tensor}`) ?? 0) + 1,
        );
    }
  for (const target of ['0 input', '0 weights', '1 input', '1 weights', '1 output'])
    expect(found.get(target) ?? 0, target).toBeGreaterThan(5);
  expect(found.has('0 output')).toBe(false);
});

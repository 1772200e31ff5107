/** The shader's colour scale of each channel: the same picture as that of numbers that have one scale by themselves. */
import { expect, test } from 'vitest';
import { tensor } from '../../src/math/tensor.js';
import { displayed } from '../../src/session/display.js';
import type { Moment } from '../../src/timeline/types.js';
import { SceneView } from '../../src/views/scene/scene-view.js';
import { momentOf } from './moments.js';
import { paperTheme } from './scene-themes.js';

/** So small that no number is printed on a cell: only colours can differ. */
const [width, height] = [110, 70];

/** Five times five cells of two channels; those of the first, in front, are divided by `quiet`. */
function moment(quiet: number, colourRange: 'tensor' | 'channel'): Moment {
  const cells = Array.from({ length: 50 }, (_, i) => ((i * 7) % 17) - 8).map((value, i) =>
    i % 2 === 0 ? value / quiet : value,
  );
  const made = momentOf({
    spec: { input: [5, 5, 2], filters: 1 },
    input: tensor([1, 5, 5, 2], cells),
    tensors: { weights: tensor([3, 3, 2, 1], 1) },
    step: 0,
  });
  const settings = { colourRange, decimals: 'auto', shared: null } as const;
  return { ...made, stages: made.stages.map((view) => displayed(view, settings)) };
}

async function picture(shown: Moment): Promise<Uint8ClampedArray> {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  let arrived = () => {};
  const view = new SceneView(canvas, {
    theme: paperTheme,
    reducedMotion: true,
    adaptive: false,
    onLabels: () => arrived(),
  });
  view.resize(width, height, 1);
  view.show(shown);
  await new Promise<void>((resolve) => (arrived = resolve));
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  view.dispose();
  canvas.remove();
  return data;
}

/** Values of pixels that differ. */
const different = (one: Uint8ClampedArray, other: Uint8ClampedArray): number =>
  one.reduce((count, value, i) => count + Number(Math.abs(value - other[i]) > 2), 0);

test('a quiet channel on its own scale looks as one that is as loud as the other', async () => {
  const loud = await picture(moment(1, 'tensor'));
  const own = await picture(moment(8, 'channel'));
  const quiet = await picture(moment(8, 'tensor'));
  expect(different(own, loud)).toBe(0);
  expect(different(quiet, loud)).toBeGreaterThan(100);
});

/** A spread-out kernel: its weights as posts before the window, each joined to its cell; between them there is nothing. */
import { boxShare } from '../../../layout/lattice.js';
import type { Vector } from '../../../layout/space.js';
import { channelSpan, tapCentre, windowBox } from '../../../layout/taps.js';
import type { Line, Tile } from '../../../staging.js';
import { line, rectangle } from '../../lines.js';
import { placeOpacity, steppedBack } from '../../place-frame.js';
import { elementOf, lookOf } from '../../scene.js';
import { tapsOf, type Tap } from '../../strip.js';
import type { Detail } from '../detail.js';
import type { StandardScene } from '../scene.js';

/** Cell units before the input. */
const before = 1.2;
const side = 0.42;
/** A post stands over the bottom left of its cell, so that no number is hidden from the front or from the right. */
const aside = (boxShare - side) / 2;
const mostPosts = 64;
const smallestCell = 0.5;
const plateOpacity = 0.8;

export const dilation: Detail = {
  tiles: (scene) => posts(scene),
  lines: (scene) => [...rods(scene), ...plate(scene)],
};

interface Post {
  readonly which: number;
  readonly at: Vector;
  /** On the face of its cell. */
  readonly foot: Vector;
}

function postsOf({ view, layout, frame }: StandardScene): Post[] {
  const { input } = layout;
  const taps = tapsOf(view.stage.kernel);
  if (taps.length > mostPosts || input.pitch[0] < smallestCell) return [];
  const [first] = channelSpan(view.stage, frame.cell[3]);
  const unit = input.pitch[0];
  return taps.map((tap: Tap, which): Post => {
    const [x, y, z] = tapCentre(view.stage, input, frame.cell, tap, first);
    const [left, low] = [x - aside * unit, y - aside * unit];
    return {
      which,
      at: [left, low, input.origin[2] + before],
      foot: [left, low, z + input.cell[2] / 2],
    };
  });
}

/** Before the run the kernel waits over its first window, so that a change of the rate is seen. */
function strength(scene: StandardScene): number {
  if (scene.frame.beat !== 'start') return placeOpacity(scene);
  return scene.pointed ? steppedBack : 1;
}

function posts(scene: StandardScene): Tile[] {
  const { view, frame, layout } = scene;
  const opacity = strength(scene);
  if (opacity === 0) return [];
  const size = side * layout.input.pitch[0];
  return postsOf(scene).map(({ which, at }): Tile => {
    const { weight } = frame.terms[which];
    const value = elementOf(view.weights, weight);
    return {
      station: 'input',
      kind: 'solid',
      centre: at,
      size: [size, size, size],
      ...lookOf(view, 'weights', value, weight[3]),
      tone: 'kernel',
      opacity,
      glow: 0.4,
      target: { stage: view.stage.index, tensor: 'weights', index: weight },
    };
  });
}

function rods(scene: StandardScene): Line[] {
  const opacity = strength(scene);
  if (opacity === 0) return [];
  const look = { station: 'input', tone: 'kernel', opacity, thickness: 0.09, behind: 0.3 } as const;
  return postsOf(scene).map(({ at, foot }) => line(at, foot, look));
}

/** The outline of the kernel's reach, level with the posts. */
function plate(scene: StandardScene): Line[] {
  const opacity = strength(scene) * plateOpacity;
  const [first] = opacity === 0 ? [] : postsOf(scene);
  if (!first) return [];
  const { view, layout, frame } = scene;
  const look = { station: 'input', tone: 'kernel', opacity, thickness: 0.05 } as const;
  return rectangle(windowBox(view.stage, layout.input, frame.cell), first.at[2], look);
}

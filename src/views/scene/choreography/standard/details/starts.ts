/** Where windows start: pegs on rows and columns; under reduced motion, few windows are shown all at once. */
import { grow, type Vector } from '../../../layout/space.js';
import { windowBox } from '../../../layout/taps.js';
import type { Line, Tile } from '../../../staging.js';
import { rectangle } from '../../lines.js';
import { marksStarts, pegLines } from '../../pegs.js';
import { mark } from '../../tiles.js';
import type { Detail } from '../detail.js';
import type { StandardScene } from '../scene.js';
import { isSpread } from './captions.js';

/** More windows than this at once would hide each other. */
const mostWindows = 9;
/** Each window's outline lies a little inside the one before, so that shared edges stay apart. */
const inset = 0.06;
const numberSide = 0.56;

export const starts: Detail = {
  lines: (scene) => [...pegLines(scene, scene.layout.input), ...allWindows(scene)],
  tiles: (scene) => windowNumbers(scene),
};

/** Where nothing moves, all windows and their order are seen at once. Spread-out windows lie within each other: none are drawn. */
function windowsAtOnce({ view, layout, reducedMotion, pointed }: StandardScene): number {
  const [, height, width] = view.stage.output;
  const isClear = marksStarts(view.stage, layout.input) && !isSpread(view.stage);
  const few = height * width <= mostWindows && isClear;
  return reducedMotion && few && !pointed ? height * width : 0;
}

function windowAt({ view, layout, frame }: StandardScene, which: number) {
  const [, , width] = view.stage.output;
  const [batch, , , channel] = frame.cell;
  const cell = [batch, Math.floor(which / width), which % width, channel] as const;
  const box = windowBox(view.stage, layout.input, cell);
  const by = -inset * (which % 3) * layout.input.pitch[0];
  return grow(box, [by, by, 0]);
}

function allWindows(scene: StandardScene): Line[] {
  return Array.from({ length: windowsAtOnce(scene) }, (_, which) => {
    const box = windowAt(scene, which);
    const look = { station: 'input', tone: 'kernel', thickness: 0.045, opacity: 0.75 } as const;
    return rectangle(box, onFaces(scene, which), look);
  }).flat();
}

/** In front of the cells' faces; later windows over earlier ones. */
function onFaces({ layout }: StandardScene, which: number): number {
  return layout.input.origin[2] + layout.input.cell[2] / 2 + 0.03 + 0.01 * which;
}

function windowNumbers(scene: StandardScene): Tile[] {
  const side = numberSide * scene.layout.input.pitch[0];
  return Array.from({ length: windowsAtOnce(scene) }, (_, which): Tile => {
    const { min, max } = windowAt(scene, which);
    const centre: Vector = [min[0] + side * 0.2, max[1] - side * 0.2, onFaces(scene, which) + 0.04];
    const number = mark(String(which + 1), centre, side, 'kernel');
    return { ...number, station: 'input', kind: 'plain', size: [side, side, 0.04] };
  });
}

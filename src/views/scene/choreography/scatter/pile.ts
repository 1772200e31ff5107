/** Output cells as piles of the layers that have landed on them: their heights and their values. */
import type { Index4, Tensor } from '../../../../math/types.js';
import { ordinalOf } from '../../../../timeline/cells.js';
import { cellCentre } from '../../layout/lattice.js';
import { elementOf, shown } from '../scene.js';
import type { ScatterLayout } from './layout.js';
import { hasLandedOn, type ScatterScene } from './scene.js';

/** In cells: the lowest layer, each further one, and what all further ones take together at most. */
const layers = { lowest: 0.24, further: 0.2, all: 0.6 };
/** Share of a beat after which what it brings counts. */
const countsFrom = 0.6;

/** Layers on an output cell: products of a real element that it has collected. */
export function layersOn(scene: ScatterScene, cell: Index4): number {
  const { view, frame, layout, done } = scene;
  if (done) return layout.stacks.total(cell);
  if (frame.walk === 'input')
    return layout.stacks.before(cell, frame.ordinal) + Number(hasLandedOn(scene, cell));
  if (isInHand(scene, cell)) return frame.terms.slice(0, frame.term).filter(({ input }) => input).length;
  return ordinalOf(view.stage, cell) < frame.cellsDone ? layout.stacks.total(cell) : 0;
}

/** The cell that a walk along outputs makes now. */
function isInHand({ frame }: ScatterScene, cell: Index4): boolean {
  return frame.walk === 'output' && cell.every((place, axis) => place === frame.cell[axis]);
}

/** Cell units from a layer to the next. */
export function layerStep({ stacks, output }: Pick<ScatterLayout, 'stacks' | 'output'>): number {
  return Math.min(layers.further, layers.all / Math.max(stacks.most - 1, 1)) * output.pitch[0];
}

/** Height of a pile towards the viewer; of sheets close behind one another, not beyond the one in front. */
export function pileHeight(layout: ScatterLayout, count: number): number {
  const { output } = layout;
  const height = layers.lowest * output.pitch[0] + Math.max(count - 1, 0) * layerStep(layout);
  return output.depth[2] === 0 || output.counts[2] === 1 ? height : Math.min(height, -output.depth[2] * 0.8);
}

/** Where piles of a channel stand: at the back of its cells. */
export function groundOf({ output }: Pick<ScatterLayout, 'output'>, channel: number): number {
  return cellCentre(output, [0, 0, channel, 0])[2] - output.cell[2] / 2;
}

/** The sum so far, from the engine; the finished value once bias and activation are in. */
export function valueOf(scene: ScatterScene, cell: Index4): number | null {
  const { view, partial, done, frame } = scene;
  if (done || endsAreIn(scene)) return elementOf(view.output, cell);
  if (frame.walk === 'output') {
    if (ordinalOf(view.stage, cell) < frame.cellsDone) return elementOf(view.output, cell);
    return isInHand(scene, cell) ? valueInHand(scene) : null;
  }
  if (!partial) return null;
  const [, row, column, channel] = cell;
  return elementOf(hasLandedOn(scene, cell) ? partial.after : partial.before, [0, row, column, channel]);
}

function valueInHand(scene: ScatterScene): number | null {
  const { values, frame } = scene;
  if (!values || frame.term === 0) return null;
  if (shown(scene, 'activate') >= countsFrom) return values.output;
  return shown(scene, 'bias') >= countsFrom ? values.sum : values.runningSum[frame.term - 1];
}

/** In a walk along inputs bias and activation come to all cells together, at the very end. */
function endsAreIn(scene: ScatterScene): boolean {
  const { view, frame } = scene;
  const { stage } = view;
  if (!stage.bias && stage.activation === 'none') return false;
  const isEnd = frame.beat === 'bias' || frame.beat === 'activate';
  const isLast = frame.walk === 'input' && frame.ordinal === frame.cells - 1 && isEnd;
  return isLast && shown(scene, 'bias') >= countsFrom && shown(scene, 'activate') >= countsFrom;
}

/** Sums so far as a whole tensor, for an output that is drawn as one volume. */
export function sumsSoFar(scene: ScatterScene): Tensor | null {
  const { view, partial, stamp, done } = scene;
  if (done || !stamp || endsAreIn(scene)) return view.output;
  if (!partial) return null;
  return stamp.landed >= stamp.entries.length ? partial.after : partial.before;
}

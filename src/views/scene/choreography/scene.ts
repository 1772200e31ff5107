/** What all parts of a choreography look at. */
import type { Tensor } from '../../../math/types.js';
import { rangeOf } from '../../../timeline/colour-range.js';
import type {
  CellValues,
  Frame,
  Highlight,
  Moment,
  Ranges,
  Selection,
  StageView,
} from '../../../timeline/types.js';
import { faceText } from '../face-text.js';
import type { Tile } from '../staging.js';
import { progressOf } from './progress.js';

export interface Scene {
  readonly view: StageView;
  readonly frame: Frame;
  /** null until the engine's numbers of this very cell are here. */
  readonly values: CellValues | null;
  /** Numbers of the cells that are made together with it, and its own, as far as they are here. */
  readonly alongside: readonly CellValues[];
  /** What is pointed at in this stage, and what it lights up. */
  readonly selection: Selection | null;
  readonly highlight: Highlight | null;
  readonly reducedMotion: boolean;
  /** Somebody points at a cell: what belongs to the run steps back. */
  readonly pointed: boolean;
}

/** What a moment says about the stage that its frame is in. */
export function sceneOf(moment: Moment, reducedMotion: boolean): Scene {
  const { frame, values, selection, highlight } = moment;
  const current =
    values?.stage === frame.stage && values.cell.every((place, axis) => place === frame.cell[axis]);
  return {
    view: moment.stages[frame.stage],
    frame,
    values: current ? values : null,
    alongside: moment.alongside.filter(({ stage }) => stage === frame.stage),
    selection: selection?.stage === frame.stage ? selection : null,
    highlight: highlight?.stage === frame.stage ? highlight : null,
    reducedMotion,
    pointed: highlight !== null,
  };
}

/** Progress of a beat as it is shown: under reduced motion a beat is done as soon as it begins. */
export function shown(scene: Pick<Scene, 'frame' | 'reducedMotion'>, beat: Frame['beat']): number {
  const progress = progressOf(scene.frame, beat);
  return scene.reducedMotion && progress > 0 ? 1 : progress;
}

/** The run has made every cell of this stage. */
export function isFinished({ frame }: Pick<Scene, 'frame'>): boolean {
  return frame.cellsDone >= frame.cells;
}

/** Value divided by the range of its scale, −1 … 1. */
export function shadeOf(value: number, range: number): number {
  if (!Number.isFinite(value)) return NaN;
  return range > 0 ? Math.min(Math.max(value / range, -1), 1) : 0;
}

/**
 * The colour of a number on the scale of a tensor, and what is printed on it.
 *
 * @param channel place along the tensor's last axis
 */
export function lookOf(
  view: StageView,
  tensor: keyof Ranges,
  value: number,
  channel?: number,
): Pick<Tile, 'shade' | 'text'> {
  return { shade: shadeOf(value, rangeOf(view, tensor, channel)), text: faceText(value, view.decimals) };
}

/** Of a cell that has no number yet. */
export const noLook = { shade: 0, text: '' } as const;

/** A number that is added: '+3', '−3'. */
export function addedText(value: number, { decimals }: Pick<StageView, 'decimals'>): string {
  return (value < 0 ? '' : '+') + faceText(value, decimals);
}

/** Element of a row-major tensor. */
export function elementOf({ shape, data }: Tensor, index: readonly number[]): number {
  return data[index.reduce((flat, place, axis) => flat * shape[axis] + place, 0)];
}

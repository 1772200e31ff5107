import type { Moment } from '../../timeline/types.js';
import { CellPicture } from './cell-picture.js';
import type { SceneOptions } from './scene-options.js';
import { StageSetter } from './stage-setter.js';

/** One figure's 3-D picture of a moment, as a choreography stages it. */
export class SceneView extends CellPicture<Moment> {
  constructor(canvas: HTMLCanvasElement, options: SceneOptions) {
    super(canvas, options, (events) => new StageSetter(events));
  }
}

import type { Stage } from '../../../../math/types.js';
import type { Frame } from '../../../../timeline/types.js';
import type { PlacedLabel } from '../../labels.js';
import type { Line, Tile } from '../../staging.js';
import type { StandardLayout } from './layout.js';
import type { StandardScene } from './scene.js';

/** What one fact of a stage (its stride, dilation, groups, activation) adds to the standard scene. */
export interface Detail {
  readonly tiles?: (scene: StandardScene) => readonly Tile[];
  readonly lines?: (scene: StandardScene) => readonly Line[];
  /** Lines from station to station. */
  readonly links?: (scene: StandardScene) => readonly Line[];
  readonly labels?: (layout: StandardLayout, stage: Stage, frame: Frame) => readonly PlacedLabel[];
}

/**
 * A choreography says, for a kind of stage, where everything stands and what happens in each beat. The scene asks it for
 * three plain things and draws them: a layout (volumes of cells, and the boxes that cameras fit in), a staging for a moment
 * (how each volume stands and looks, and lists of tiles and lines), and the words over the picture.
 *
 * To add one:
 *
 * 1. Make a folder beside `standard/` whose entry exports a `Choreography`: a function that is given facts of the plan and
 *    sets the scene up. Everything that depends on shapes alone is computed there, once.
 * 2. Name in `choose.ts` the facts of a stage that call for it; never the name of a variant. Only `standard/` is loaded with
 *    the scene, every other folder is imported on demand.
 * 3. A stage may stand anywhere: everything is placed to the right of `facts.left`, so that chains can put stages in a row.
 *
 * What a staging is made of: *volumes* are tensors as cells (`Lattice`: arithmetic, any number of cells in one draw call; a
 * staging may move one, show it half done, light it, turn it to glass), *tiles* are single boxes that move, *lines* are
 * frames, outlines and joints. All positions are in cell units, see layout/space.ts. Values come from `moment.values`,
 * `moment.alongside` and the tensors of the stage; nothing is computed here that a reader could take for a result.
 *
 * The same moment must always give the same staging: jumping, walking and scrubbing back agree. Under reduced motion a beat
 * is done as soon as it begins (`shown` in scene.ts sees to that).
 */
import type { Plan, Stage } from '../../../math/types.js';
import type { Moment } from '../../../timeline/types.js';
import type { PlacedLabel } from '../labels.js';
import type { Room, SceneLayout } from '../layout/scene-layout.js';
import type { Staging } from '../staging.js';

/** How a transposed convolution is shown: as stamps that land, or as a window on an input stretched by zeros. */
export type Road = 'scatter' | 'gather';

/** All that a layout may depend on. The scene is set up anew when one of them changes. */
export interface Facts {
  readonly plan: Plan;
  /** The stage that is set up; of a plan with several, the one in hand. */
  readonly stage: Stage;
  /** Image of the batch that is shown. */
  readonly batch: number;
  /** First filter of the part of the rack that is shown. */
  readonly filter: number;
  /** Which of its two roads a transposed convolution takes; no matter for others. */
  readonly road: Road;
  /** Left side of what the stage reads. */
  readonly left: number;
  /** Several stages share the width: gaps are narrower. */
  readonly compact: boolean;
  readonly room: Room;
  /** The run is over and what stood apart has slid together: only where that makes another picture. */
  readonly isOver: boolean;
  /** Cell unit of all sheets, where stages in a row have to agree. */
  readonly plane?: number;
}

/** A scene that is set up. */
export interface Setting<Shown = Moment> {
  readonly layout: SceneLayout;
  stage(moment: Shown, reducedMotion: boolean): Staging;
  labels(moment: Shown): readonly PlacedLabel[];
}

/** What a setting depends on beside what is shown. */
export interface Circumstances {
  /** Chosen by a person; null: the one that the walk goes along. */
  readonly road: Road | null;
  readonly room: Room;
}

export type Choreography = (facts: Facts) => Setting;

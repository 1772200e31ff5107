import type { Moment } from '../../../timeline/types.js';
import type { SceneLayout } from '../layout/layout.js';
import type { Staging } from '../staging.js';
import { benchTiles } from './bench-tiles.js';
import { filterLink, guideLines, guideTiles } from './guides.js';
import { pointedOutline } from './pointed.js';
import { sceneOf } from './scene.js';
import { sumTiles } from './sums.js';
import { inputState, outputState, rackState } from './volumes.js';

/**
 * What stands and moves where at a moment. The same moment always gives the same staging, so jumping, walking and
 * scrubbing back agree.
 *
 * @param reducedMotion the same states as cuts: a beat is done as soon as it begins
 */
export function choreograph(moment: Moment, layout: SceneLayout, reducedMotion = false): Staging {
  const scene = sceneOf(moment, layout, reducedMotion);
  const highlight = moment.highlight?.stage === moment.frame.stage ? moment.highlight : null;
  const tiles = [...guideTiles(scene), ...benchTiles(scene), ...sumTiles(scene)];
  return {
    tiles,
    lines: [...guideLines(scene), ...pointedOutline(scene, moment.selection, tiles)],
    links: filterLink(scene),
    input: inputState(scene, highlight),
    output: outputState(scene, highlight),
    rack: rackState(scene, highlight),
  };
}

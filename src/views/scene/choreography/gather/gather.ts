import type { Moment } from '../../../../timeline/types.js';
import type { Staging } from '../../staging.js';
import type { Choreography } from '../choreography.js';
import { litTiles } from '../lit.js';
import { pointedOutline } from '../pointed.js';
import { filterLink, mergeLines, mergeNumbers, outputOutline } from '../standard/guides.js';
import { sumTiles } from '../standard/sums.js';
import { outputState, rackState } from '../standard/volumes.js';
import { atRest, litIn } from '../volumes.js';
import { benchTiles, signTiles } from './bench.js';
import { cutLines, keptCells } from './cut.js';
import { dotTiles, gridOutline, stretchedNow, windowLines } from './grid.js';
import { stageHome } from './home.js';
import { gatherLabels } from './labels.js';
import { gatherLayout } from './layout.js';
import type { GatherLayout } from './places.js';
import { gatherScene } from './scene.js';

/**
 * A transposed convolution as an ordinary one of stride 1: zeros come between and round the input's cells, the kernel is
 * turned by 180°, and its window goes from output cell to output cell. Most of its products have a zero in them.
 */
export const gather: Choreography = (facts) => {
  const layout = gatherLayout(facts);
  return {
    layout,
    stage: (moment, reducedMotion) => stageGather(moment, layout, reducedMotion),
    labels: ({ frame, stages }) => gatherLabels(layout, facts.stage, frame, stages[frame.stage].turned),
  };
};

function stageGather(moment: Moment, layout: GatherLayout, reducedMotion: boolean): Staging {
  const scene = gatherScene(moment, layout, reducedMotion);
  if (moment.frame.walk === 'input') return stageHome(moment, scene);
  const tiles = litTiles(scene, [
    ...dotTiles(scene),
    ...signTiles(scene),
    ...benchTiles(scene),
    ...sumTiles(scene),
    ...mergeNumbers(scene),
  ]);
  const lit = litIn(layout.input, scene.highlight?.input);
  const volumes = {
    input: { ...atRest(layout.input), lit },
    stretched: { ...atRest(stretchedNow(scene)), lit, solid: keptCells(scene) },
    rack: rackState(scene),
    output: outputState(scene),
  };
  return {
    tiles,
    lines: [
      ...gridOutline(scene),
      ...windowLines(scene),
      ...cutLines(scene),
      ...outputOutline(scene),
      ...mergeLines(scene),
      ...pointedOutline(scene, layout, volumes, tiles),
    ],
    links: layout.lines ? [] : filterLink(scene),
    volumes,
  };
}

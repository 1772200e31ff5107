import type { Moment } from '../../../../timeline/types.js';
import type { Staging, VolumeState } from '../../staging.js';
import type { Choreography } from '../choreography.js';
import { litTiles } from '../lit.js';
import { pointedOutline } from '../pointed.js';
import { atRest, behind, litIn, orderOf } from '../volumes.js';
import { benchTiles } from './bench.js';
import { canvasTiles, seamLines } from './canvas.js';
import { collectTiles } from './collect.js';
import { cropLines, cropTiles } from './crop.js';
import { biasTiles } from './ends.js';
import { guideLines } from './guides.js';
import { scatterLabels } from './labels.js';
import { scatterLayout, type ScatterLayout } from './layout.js';
import { layerLines, layerTiles } from './layers.js';
import { columnTiles, ledgerLines, ledgerSigns, ledgerTiles } from './ledger.js';
import { sumsSoFar } from './pile.js';
import { scatterScene, type ScatterScene } from './scene.js';
import { stampTiles } from './stamp.js';

/** Each input cell stamps its value times the kernel onto the output; overlaps add up in piles. */
export const scatter: Choreography = (facts) => {
  const layout = scatterLayout(facts);
  return {
    layout,
    stage: (moment, reducedMotion) => stageScatter(moment, layout, reducedMotion),
    labels: ({ frame }) => scatterLabels(layout, facts.stage, frame),
  };
};

function stageScatter(moment: Moment, layout: ScatterLayout, reducedMotion: boolean): Staging {
  const scene = scatterScene(moment, layout, reducedMotion);
  const tiles = litTiles(scene, [
    ...canvasTiles(scene),
    ...cropTiles(scene),
    ...benchTiles(scene),
    ...ledgerTiles(scene),
    ...ledgerSigns(scene),
    ...columnTiles(scene),
    ...collectTiles(scene),
    ...layerTiles(scene),
    ...stampTiles(scene),
    ...biasTiles(scene),
  ]);
  const input = inputState(scene);
  const volumes: Staging['volumes'] = layout.piles ? { input } : { input, output: wholeOutput(scene) };
  return {
    tiles,
    lines: [
      ...guideLines(scene),
      ...seamLines(scene),
      ...ledgerLines(scene),
      ...layerLines(scene),
      ...cropLines(scene),
      ...pointedOutline(scene, layout, volumes, tiles),
    ],
    links: [],
    volumes,
  };
}

/** Channels in front of the cell in hand turn to glass. */
function inputState({ layout, highlight, stamp, done }: ScatterScene): VolumeState {
  const lit = litIn(layout.input, highlight?.input);
  const first = highlight?.input[0]?.[3] ?? (done ? 0 : (stamp?.input[3] ?? 0));
  return { ...atRest(layout.input), lit, solid: behind(layout.input, first) };
}

/** An output of many cells is one volume, which shows the sums so far. */
function wholeOutput(scene: ScatterScene): VolumeState {
  const { layout, highlight, frame, view } = scene;
  const values = sumsSoFar(scene);
  const lattice = values && values !== view.output ? { ...layout.output, base: 0 } : layout.output;
  const lit = litIn(layout.output, highlight?.output);
  const first = highlight?.output[0]?.[3] ?? (frame.walk === 'output' && !scene.done ? frame.cell[3] : 0);
  const state = { ...atRest(lattice), lit, solid: behind(lattice, first) };
  if (frame.walk === 'output')
    return { ...state, done: frame.cellsDone, order: orderOf(view.stage, layout.output) };
  return values ? { ...state, values } : { ...state, done: 0 };
}

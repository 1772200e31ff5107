import type { Moment } from '../../../../timeline/types.js';
import type { Staging } from '../../staging.js';
import { sumCentre } from '../../layout/bench.js';
import { chipLines, chipTiles } from '../activation.js';
import { pointedOutline } from '../pointed.js';
import { sceneOf } from '../scene.js';
import { cellsInMaking, windowCells } from '../slab-cells.js';
import { mergeNumbers, rodLines, tableLink } from './guides.js';
import type { RodLayout } from './layout.js';
import { rodTiles } from './rows.js';
import { rodVolumes } from './volumes.js';

export function stageRod(moment: Moment, layout: RodLayout, reducedMotion = false): Staging {
  const scene = { ...sceneOf(moment, reducedMotion), layout };
  const volumes = rodVolumes(scene);
  const sum = sumCentre(layout.bench);
  const activates = scene.view.stage.activation !== 'none';
  const chip = activates ? chipTiles(scene, sum) : [];
  const { terms, cell } = moment.frame;
  const tiles = [
    ...windowCells(
      scene,
      volumes['input'].lattice,
      terms.map(({ input }) => input),
    ),
    ...cellsInMaking(scene, volumes['output'], [cell]),
    ...rodTiles(scene),
    ...mergeNumbers(scene),
    ...chip,
  ];
  const curve = activates ? chipLines(scene, sum) : [];
  return {
    tiles,
    lines: [...rodLines(scene), ...curve, ...pointedOutline(scene, layout, volumes, tiles)],
    links: tableLink(scene),
    volumes,
  };
}

import type { Moment } from '../../../../timeline/types.js';
import type { Staging } from '../../staging.js';
import { pointedOutline } from '../pointed.js';
import { sceneOf } from '../scene.js';
import { cellsInMaking, windowCells } from '../slab-cells.js';
import { benchTiles } from './bench-tiles.js';
import type { Detail } from './detail.js';
import { filterLink, guideLines, guideTiles } from './guides.js';
import type { StandardLayout } from './layout.js';
import { sumTiles } from './sums.js';
import { inputState, outputState, rackState } from './volumes.js';

export function stageStandard(
  moment: Moment,
  layout: StandardLayout,
  reducedMotion = false,
  details: readonly Detail[] = [],
): Staging {
  const scene = { ...sceneOf(moment, reducedMotion), layout };
  const volumes = { input: inputState(scene), rack: rackState(scene), output: outputState(scene) };
  const { terms, cell } = moment.frame;
  const tiles = [
    ...windowCells(
      scene,
      layout.input,
      terms.map(({ input }) => input),
    ),
    ...cellsInMaking(scene, volumes.output, [cell]),
    ...guideTiles(scene),
    ...benchTiles(scene),
    ...sumTiles(scene),
    ...details.flatMap((detail) => detail.tiles?.(scene) ?? []),
  ];
  return {
    tiles,
    lines: [
      ...guideLines(scene),
      ...details.flatMap((detail) => detail.lines?.(scene) ?? []),
      ...pointedOutline(scene, layout, volumes, tiles),
    ],
    links: [...filterLink(scene), ...details.flatMap((detail) => detail.links?.(scene) ?? [])],
    volumes,
  };
}

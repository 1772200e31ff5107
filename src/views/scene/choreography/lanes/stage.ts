import type { Moment } from '../../../../timeline/types.js';
import type { Staging } from '../../staging.js';
import { pointedOutline } from '../pointed.js';
import { sceneOf } from '../scene.js';
import { curveTiles } from './curves.js';
import { laneLines, wallPanes } from './guides.js';
import type { LanesLayout } from './layout.js';
import { laneTiles } from './rows.js';
import { slabTiles } from './slabs.js';
import { laneVolumes } from './volumes.js';

export function stageLanes(moment: Moment, layout: LanesLayout, reducedMotion = false): Staging {
  const scene = { ...sceneOf(moment, reducedMotion), layout };
  const volumes = laneVolumes(scene);
  const tiles = [
    ...slabTiles(scene, volumes),
    ...laneTiles(scene),
    ...curveTiles(scene),
    ...wallPanes(scene),
  ];
  return {
    tiles,
    lines: [...laneLines(scene), ...pointedOutline(scene, layout, volumes, tiles)],
    links: [],
    volumes,
  };
}

import type { Moment } from '../../../../timeline/types.js';
import { sceneOf } from '../scene.js';
import type { StandardScene } from '../standard/scene.js';
import type { GatherLayout } from './places.js';
import { benchAt } from './line-layout.js';

export interface GatherScene extends StandardScene {
  readonly layout: GatherLayout;
}

export function gatherScene(moment: Moment, layout: GatherLayout, reducedMotion: boolean): GatherScene {
  const scene = sceneOf(moment, reducedMotion);
  if (!layout.lines) return { ...scene, layout };
  return { ...scene, layout: { ...layout, bench: benchAt(layout, moment.frame.cell) } };
}

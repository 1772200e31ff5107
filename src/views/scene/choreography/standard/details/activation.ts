import { sumCentre } from '../../../layout/bench.js';
import { chipLabels, chipLines, chipTiles } from '../../activation.js';
import type { Detail } from '../detail.js';

export const activation: Detail = {
  tiles: (scene) => chipTiles(scene, sumCentre(scene.layout.bench)),
  lines: (scene) => chipLines(scene, sumCentre(scene.layout.bench)),
  labels: ({ bench }, stage, frame) => chipLabels(stage, frame, sumCentre(bench)),
};

/** Our way to draw cells, like for like: the cells of `instanced` alone, seen by its camera, as we draw a volume of so many. */
import { acquireGpu, releaseGpu } from '../../../src/gpu/context.js';
import type { View } from '../../../src/views/scene/camera.js';
import { atRest } from '../../../src/views/scene/choreography/volumes.js';
import { acquireRenderer, releaseRenderer } from '../../../src/views/scene/draw/shared-renderer.js';
import { StageGraph } from '../../../src/views/scene/draw/stage-graph.js';
import { mostBoxes, type Lattice } from '../../../src/views/scene/layout/lattice.js';
import type { SceneLayout } from '../../../src/views/scene/layout/scene-layout.js';
import { smallIntegers } from '../../views/scene-moment.js';
import { paperTheme } from '../../views/scene-themes.js';
import { edge, gap, lookingDown, pathOf, type Volume } from './cells.js';
import { pictureSize, type Technique } from './technique.js';

export function volume(cells: Volume): Technique {
  const holder = {};
  const gpu = acquireGpu(holder)!;
  const renderer = acquireRenderer(gpu, holder);
  const { view } = smallIntegers({ input: cells });
  const layout = layoutOf(cells);
  const [{ id, lattice, station }] = layout.volumes;
  const volumes = { [id]: atRest(lattice) };
  const path = pathOf(cells);
  const part = { x: 0, y: 0, ...pictureSize };
  const graph = gpu.enter(renderer, () => {
    const made = new StageGraph(renderer);
    made.setTheme(paperTheme);
    made.setStages([view], layout, volumes);
    made.setStaging({ tiles: [], lines: [], links: [], volumes });
    return made;
  });
  return {
    name: 'cells alone',
    gl: gpu.gl,
    frame() {
      const { yaw, distance } = path();
      const look: View = {
        yaw,
        pitch: lookingDown.pitch,
        lens: lookingDown.lens,
        target: [0, 0, 0],
        distance,
      };
      gpu.enter(renderer, () => {
        renderer.begin(part.width, part.height);
        graph.setView({ view: look, shows: [station] }, part, 1);
        renderer.draw(graph.scene, graph.camera, part, graph.background, false);
      });
    },
    size: () => pictureSize,
    dispose() {
      gpu.enter(renderer, () => graph.dispose());
      releaseRenderer(renderer, holder);
      releaseGpu(holder);
    },
  };
}

function layoutOf([rows, columns, channels]: Volume): SceneLayout {
  const lattice: Lattice = {
    tensor: 'input',
    shape: [1, rows, columns, channels],
    counts: [columns, rows, channels, 1],
    origin: [-(columns - 1) / 2, (rows - 1) / 2, ((channels - 1) * gap) / 2],
    pitch: [1, 1],
    depth: [0, 0, -gap],
    repeat: [0, 0, 0],
    cell: [edge, edge, edge],
    base: 0,
    strides: [channels, columns * channels, 1, 0],
    slabs: rows * columns * channels > mostBoxes,
  };
  const half = [columns / 2, rows / 2, (channels * gap) / 2] as const;
  return {
    volumes: [{ id: 'cells', station: 'input', stage: 0, tone: 'input', lattice }],
    bounds: { input: { min: [-half[0], -half[1], -half[2]], max: half } },
    names: { columnPitch: 1, rows: false },
  };
}

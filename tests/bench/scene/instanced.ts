/** How three.js users draw many cells: one InstancedMesh with Lambert shading, a turning camera. */
import {
  AmbientLight,
  BoxGeometry,
  Color,
  DirectionalLight,
  InstancedMesh,
  Matrix4,
  MeshLambertMaterial,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from 'three';
import { pictureSize, type Technique } from './technique.js';

const { width, height } = pictureSize;
const turnPerFrame = 0.02;

type Volume = readonly [rows: number, columns: number, channels: number];

export function instanced(volume: Volume, antialias: boolean): Technique {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const renderer = new WebGLRenderer({ canvas, antialias, powerPreference: 'high-performance' });
  renderer.setPixelRatio(1);
  renderer.setSize(width, height);
  const scene = new Scene();
  const sun = new DirectionalLight(0xffffff, 1.5);
  sun.position.set(3, 5, 4);
  const cells = cellsOf(volume);
  scene.add(new AmbientLight(0xffffff, 0.7), sun, cells);
  const camera = new PerspectiveCamera(45, width / height, 0.1, 1000);
  // From every side the whole volume is seen, as large as the picture allows.
  const distance = 1.35 * Math.hypot(...extent(volume));
  let angle = 0.6;
  return {
    name: antialias ? 'InstancedMesh, smooth' : 'InstancedMesh',
    gl: renderer.getContext() as WebGL2RenderingContext,
    frame() {
      angle += turnPerFrame;
      camera.position.set(distance * Math.sin(angle), distance * 0.45, distance * Math.cos(angle));
      camera.lookAt(0, 0, 0);
      renderer.render(scene, camera);
    },
    size: () => ({ width: canvas.width, height: canvas.height }),
    dispose() {
      cells.geometry.dispose();
      cells.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
      canvas.remove();
    },
  };
}

/** Channels stand apart, so that cells inside are seen between them. */
const gap = 2.5;
const extent = ([rows, columns, channels]: Volume) => [rows, columns, channels * gap] as const;

function cellsOf([rows, columns, channels]: Volume): InstancedMesh {
  const count = rows * columns * channels;
  const mesh = new InstancedMesh(
    new BoxGeometry(0.9, 0.9, 0.9),
    new MeshLambertMaterial({ color: 0xffffff }),
    count,
  );
  const [place, colour] = [new Matrix4(), new Color()];
  for (let cell = 0; cell < count; cell++) {
    const [column, row] = [cell % columns, Math.floor(cell / columns) % rows];
    const channel = Math.floor(cell / columns / rows);
    place.makeTranslation(column - columns / 2, row - rows / 2, (channel - channels / 2) * gap);
    mesh.setMatrixAt(cell, place);
    const value = 0.5 + 0.5 * Math.sin(cell * 0.37);
    mesh.setColorAt(cell, colour.setRGB(value, 0.3, 1 - value));
  }
  mesh.frustumCulled = false;
  return mesh;
}

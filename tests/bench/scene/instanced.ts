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
import { edge, gap, lookingDown, pathOf, type Volume } from './cells.js';
import { pictureSize, type Technique } from './technique.js';

const { width, height } = pictureSize;
const { pitch, lens } = lookingDown;

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
  const camera = new PerspectiveCamera((lens * 180) / Math.PI, width / height, 0.1, 1000);
  const path = pathOf(volume);
  return {
    name: antialias ? 'InstancedMesh, smooth' : 'InstancedMesh',
    gl: renderer.getContext() as WebGL2RenderingContext,
    frame() {
      const { yaw, distance } = path();
      const level = distance * Math.cos(pitch);
      camera.position.set(level * Math.sin(yaw), distance * Math.sin(pitch), level * Math.cos(yaw));
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

function cellsOf([rows, columns, channels]: Volume): InstancedMesh {
  const count = rows * columns * channels;
  const mesh = new InstancedMesh(
    new BoxGeometry(edge, edge, edge),
    new MeshLambertMaterial({ color: 0xffffff }),
    count,
  );
  const [place, colour] = [new Matrix4(), new Color()];
  for (let cell = 0; cell < count; cell++) {
    const [column, row] = [cell % columns, Math.floor(cell / columns) % rows];
    const channel = Math.floor(cell / columns / rows);
    place.makeTranslation(
      column - (columns - 1) / 2,
      row - (rows - 1) / 2,
      (channel - (channels - 1) / 2) * gap,
    );
    mesh.setMatrixAt(cell, place);
    const value = 0.5 + 0.5 * Math.sin(cell * 0.37);
    mesh.setColorAt(cell, colour.setRGB(value, 0.3, 1 - value));
  }
  mesh.frustumCulled = false;
  return mesh;
}

import { PerspectiveCamera, Scene, Vector3 } from 'three';
import type { StageView } from '../../../timeline/types.js';
import type { ViewTheme } from '../../theme.js';
import { basisOf, eyeOf, project, type Size, type View } from '../camera.js';
import { boxOfLattice } from '../layout/lattice.js';
import type { SceneLayout } from '../layout/layout.js';
import { centreOf } from '../layout/space.js';
import { readPlaces } from '../layout/taps.js';
import type { Pane } from '../panes.js';
import { stations, tones, type Staging, type Station } from '../staging.js';
import { LineBuffer, TileBuffer } from './buffers.js';
import { rgbOf, type Rgb } from './css-colour.js';
import { LatticeMesh } from './lattice-mesh.js';
import { hiddenLineMaterial, lineMaterial, tileMaterial, type Uniforms } from './materials.js';
import { boxShape, PulledMesh, ribbonShape } from './pulled-mesh.js';
import type { SharedRenderer } from './shared-renderer.js';

/** The three.js objects of one figure: three volumes, all tiles, all lines. Six draw calls, whatever is shown. */
export class StageGraph {
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera();
  background: Rgb = [1, 1, 1];
  private readonly shared: Uniforms;
  private readonly input: LatticeMesh;
  private readonly output: LatticeMesh;
  private readonly rack: LatticeMesh;
  private readonly tiles: PulledMesh;
  private readonly lines: PulledMesh;
  private readonly hiddenLines: PulledMesh;
  private readonly tileBuffer = new TileBuffer();
  private readonly lineBuffer = new LineBuffer();
  private readonly renderer: SharedRenderer;
  private layout: SceneLayout | null = null;

  constructor(renderer: SharedRenderer) {
    this.renderer = renderer;
    const { texture, advances } = renderer.glyphs();
    this.shared = sharedUniforms();
    this.shared.glyphAtlas.value = texture;
    this.shared.advances.value = advances;
    this.input = new LatticeMesh(this.shared);
    this.output = new LatticeMesh(this.shared);
    this.rack = new LatticeMesh(this.shared);
    this.tiles = new PulledMesh(boxShape, tileMaterial(this.shared));
    const lineUniforms = (hidden: number): Uniforms => ({ ...this.shared, hidden: { value: hidden } });
    this.lines = new PulledMesh(ribbonShape, lineMaterial(lineUniforms(0)));
    this.hiddenLines = new PulledMesh(ribbonShape, hiddenLineMaterial(lineUniforms(1)));
    // What is opaque first, then glass over it, then what shows through.
    this.scene.add(this.tiles, this.lines, this.rack, this.input, this.output, this.hiddenLines);
  }

  setTheme(theme: ViewTheme): void {
    const { shared } = this;
    this.background = rgbOf(theme.background);
    shared.palette.value = this.renderer.palette(theme);
    shared.background.value.set(...this.background);
    shared.tones.value = tones.flatMap((tone) => rgbOf(theme[tone]));
    shared.darkTheme.value = theme.dark ? 1 : 0;
    shared.strongEdges.value = theme.highContrast ? 1 : 0;
  }

  setStage(view: StageView, layout: SceneLayout): void {
    const { textureLimit } = this.renderer;
    this.input.setTensor(view.input, view.ranges.input, textureLimit);
    this.rack.setTensor(view.weights, view.ranges.weights, textureLimit);
    this.output.setTensor(view.output, view.ranges.output, textureLimit);
    if (this.layout === layout) return;
    this.layout = layout;
    this.input.setLattice(layout.input, 'input', readPlaces(view.stage, 1), readPlaces(view.stage, 0));
    this.rack.setLattice(layout.rack.lattice, 'kernel');
    this.output.setLattice(layout.output, 'output');
  }

  setStaging(staging: Staging): void {
    this.input.setState(staging.input);
    this.rack.setState(staging.rack);
    this.output.setState(staging.output);
    this.tileBuffer.set(staging.tiles);
    const lines = [...staging.lines, ...staging.links];
    this.lineBuffer.set(lines);
    this.shared.tiles.value = this.tileBuffer.texture;
    this.shared.lines.value = this.lineBuffer.texture;
    this.tiles.setCount(staging.tiles.length);
    this.lines.setCount(lines.length);
    this.hiddenLines.setCount(lines.length);
  }

  /** @param pixelRatio device pixels per CSS pixel */
  setView({ view, shows }: Pick<Pane, 'view' | 'shows'>, size: Size, pixelRatio: number): void {
    this.show(shows);
    const { camera, shared } = this;
    const eye = eyeOf(view);
    const reach = this.layout ? radiusOf(view, this.layout) : 50;
    camera.fov = (view.lens * 180) / Math.PI;
    camera.aspect = size.width / size.height;
    camera.near = Math.max(view.distance - reach, view.distance / 100);
    camera.far = view.distance + reach;
    camera.position.set(...eye);
    camera.up.set(...basisOf(view).up);
    camera.lookAt(...view.target);
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
    this.setFaceHeights(view, size, pixelRatio);
    shared.eye.value.set(...eye);
    shared.pixelRatio.value = pixelRatio;
    shared.unitsPerPixel.value = (2 * Math.tan(view.lens / 2)) / size.height;
  }

  /** A station that is not shown has no cell, tile or line in the picture. */
  private show(shown: readonly Station[]): void {
    this.shared.stations.value = shown.reduce((bits, station) => bits | (1 << stations.indexOf(station)), 0);
    this.input.visible = shown.includes('input');
    this.output.visible = shown.includes('output');
    this.rack.visible = shown.includes('rack');
  }

  private setFaceHeights(view: View, size: Size, pixelRatio: number): void {
    if (!this.layout) return;
    const { input, output, rack } = this.layout;
    const volumes = [
      [this.input, input],
      [this.output, output],
      [this.rack, rack.lattice],
    ] as const;
    for (const [mesh, lattice] of volumes) {
      const { scale } = project(view, centreOf(boxOfLattice(lattice)), size);
      mesh.setFaceHeight((scale * lattice.cell[1]) / pixelRatio);
    }
  }

  dispose(): void {
    for (const mesh of [this.input, this.output, this.rack, this.tiles, this.lines, this.hiddenLines])
      mesh.dispose();
    this.tileBuffer.texture.dispose();
    this.lineBuffer.texture.dispose();
  }
}

/** How far the stage reaches from the camera's target. */
function radiusOf(view: View, { bounds: { all } }: SceneLayout): number {
  const middle = centreOf(all);
  const half = Math.hypot(all.max[0] - all.min[0], all.max[1] - all.min[1], all.max[2] - all.min[2]) / 2;
  const away = Math.hypot(...middle.map((place, axis) => place - view.target[axis]));
  return half + away + 5;
}

function sharedUniforms(): Uniforms {
  return {
    palette: { value: null },
    glyphAtlas: { value: null },
    advances: { value: null },
    background: { value: new Vector3() },
    tones: { value: [] },
    pixelRatio: { value: 1 },
    darkTheme: { value: 0 },
    strongEdges: { value: 0 },
    eye: { value: new Vector3() },
    unitsPerPixel: { value: 0 },
    stations: { value: 0 },
    tiles: { value: null },
    lines: { value: null },
  };
}

import { Group, PerspectiveCamera, Scene, Vector3 } from 'three';
import type { ViewTheme } from '../../theme.js';
import { basisOf, eyeOf, project, type Size, type View } from '../camera.js';
import { boxOfAll, type SceneLayout } from '../layout/scene-layout.js';
import { centreOf } from '../layout/space.js';
import type { Pane } from '../panes.js';
import type { Cells } from '../pictured.js';
import { stations, tones, type Staging, type Station } from '../staging.js';
import { LineBuffer, TileBuffer } from './buffers.js';
import { rgbOf, type Rgb } from './css-colour.js';
import { LatticeMesh } from './lattice-mesh.js';
import { glassMaterial, hiddenLineMaterial, lineMaterial, tileMaterial, type Uniforms } from './materials.js';
import { boxShape, PulledMesh, ribbonShape } from './pulled-mesh.js';
import type { SharedRenderer } from './shared-renderer.js';

/** The three.js objects of one figure: at most three draw calls for each volume, and four for all tiles and all lines. */
export class StageGraph {
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera();
  background: Rgb = [1, 1, 1];
  private readonly shared: Uniforms;
  /** In the order of the layout's volumes. */
  private readonly volumes: LatticeMesh[] = [];
  private readonly volumeGroup = new Group();
  private readonly tiles: PulledMesh;
  private readonly glass: PulledMesh;
  private readonly lines: PulledMesh;
  private readonly hiddenLines: PulledMesh;
  private readonly tileBuffer = new TileBuffer();
  private readonly glassBuffer = new TileBuffer();
  private readonly lineBuffer = new LineBuffer();
  private readonly glassTexture: { value: unknown } = { value: null };
  private readonly renderer: SharedRenderer;
  private layout: SceneLayout | null = null;

  constructor(renderer: SharedRenderer) {
    this.renderer = renderer;
    const { texture, advances } = renderer.glyphs();
    this.shared = sharedUniforms();
    this.shared.glyphAtlas.value = texture;
    this.shared.advances.value = advances;
    this.tiles = new PulledMesh(boxShape, tileMaterial(this.shared));
    this.glass = new PulledMesh(boxShape, glassMaterial({ ...this.shared, tiles: this.glassTexture }));
    const lineUniforms = (hidden: number): Uniforms => ({ ...this.shared, hidden: { value: hidden } });
    this.lines = new PulledMesh(ribbonShape, lineMaterial(lineUniforms(0)));
    this.hiddenLines = new PulledMesh(ribbonShape, hiddenLineMaterial(lineUniforms(1)));
    // What is opaque first, then glass over it, then what shows through.
    this.scene.add(this.tiles, this.lines, this.volumeGroup, this.glass, this.hiddenLines);
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

  setStages(stages: readonly Cells[], layout: SceneLayout, states: Staging['volumes']): void {
    if (this.layout !== layout) this.setLayout(layout);
    const { textureLimit } = this.renderer;
    for (const [i, { id, stage, lattice }] of layout.volumes.entries()) {
      const view = stages[stage];
      const tensor = states[id].values ?? view[lattice.tensor];
      this.volumes[i].setTensor(tensor, view, lattice.tensor, textureLimit);
    }
  }

  setStaging({ tiles, lines, links, volumes }: Staging): void {
    this.layout?.volumes.forEach(({ id }, i) => this.volumes[i].setState(volumes[id]));
    const opaque = tiles.filter(({ kind }) => kind !== 'glass');
    const glass = tiles.filter(({ kind }) => kind === 'glass');
    const all = [...lines, ...links];
    this.tileBuffer.set(opaque);
    this.glassBuffer.set(glass);
    this.lineBuffer.set(all);
    this.shared.tiles.value = this.tileBuffer.texture;
    this.glassTexture.value = this.glassBuffer.texture;
    this.shared.lines.value = this.lineBuffer.texture;
    this.tiles.setCount(opaque.length);
    this.glass.setCount(glass.length);
    this.lines.setCount(all.length);
    this.hiddenLines.setCount(all.length);
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

  dispose(): void {
    const { tiles, glass, lines, hiddenLines } = this;
    for (const mesh of [...this.volumes, tiles, glass, lines, hiddenLines]) mesh.dispose();
    for (const { texture } of [this.tileBuffer, this.glassBuffer, this.lineBuffer]) texture.dispose();
  }

  /** One mesh a volume; those of the layout before are used again. */
  private setLayout(layout: SceneLayout): void {
    const { volumes, volumeGroup } = this;
    this.layout = layout;
    while (volumes.length < layout.volumes.length) {
      const mesh = new LatticeMesh(this.shared);
      volumes.push(mesh);
      volumeGroup.add(mesh);
    }
    for (const mesh of volumes.splice(layout.volumes.length)) {
      volumeGroup.remove(mesh);
      mesh.dispose();
    }
    layout.volumes.forEach((volume, i) => volumes[i].setVolume(volume));
  }

  /** A station that is not shown has no cell, tile or line in the picture. */
  private show(shown: readonly Station[]): void {
    this.shared.stations.value = shown.reduce((bits, station) => bits | (1 << stations.indexOf(station)), 0);
    this.layout?.volumes.forEach(({ station }, i) => (this.volumes[i].visible = shown.includes(station)));
  }

  private setFaceHeights(view: View, size: Size, pixelRatio: number): void {
    for (const mesh of this.volumes) {
      const { face } = mesh;
      if (!face) continue;
      const { scale } = project(view, face.middle, size);
      mesh.setFaceHeight((scale * face.height) / pixelRatio, pixelRatio);
    }
  }
}

/** How far the stage reaches from the camera's target. */
function radiusOf(view: View, layout: SceneLayout): number {
  const all = boxOfAll(layout);
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
